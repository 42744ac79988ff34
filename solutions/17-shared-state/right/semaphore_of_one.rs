//! A semaphore with one permit, and the money in a Cell beside it.

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
        let _turn = turn.acquire().await.unwrap();
        if money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
