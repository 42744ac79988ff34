//! Forgets the permit, and gives it back by hand. | a_withdrawal_that_is_dropped_midway_takes_nothing: "Somebody waits for their turn, and nobody has one" | when_it_is_dropped_midway_its_turn_is_over: "Somebody waits for their turn, and nobody has one"

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
        turn.acquire().await.unwrap().forget();
        let taken = money.get() >= amount && self.bank.allows(amount).await;
        if taken {
            money.set(money.get() - amount);
        }
        turn.add_permits(1);
        taken
    }
}
