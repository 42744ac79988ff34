//! Gives the turn back by hand, and not when it returns early. | what_the_wallet_does_not_have_is_refused_without_the_bank: "Somebody waits for their turn, and nobody has one"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Semaphore;

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, Semaphore),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), Semaphore::new(1)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, turn) = &self.money;
        let permit = turn.acquire().await.unwrap();
        if money.get() < amount {
            permit.forget();
            return false;
        }
        let taken = self.bank.allows(amount).await;
        if taken {
            money.set(money.get() - amount);
        }
        taken
    }
}
