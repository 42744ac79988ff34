//! A flag and a Notify, and a guard that takes the flag down.

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Notify;

struct Turn<'a> {
    busy: &'a Cell<bool>,
    freed: &'a Notify,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.busy.set(false);
        // Everybody, as one of them alone may have given up.
        self.freed.notify_waiters();
    }
}

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, Cell<bool>, Notify),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), Cell::new(false), Notify::new()) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, busy, freed) = &self.money;
        while busy.get() {
            freed.notified().await;
        }
        busy.set(true);
        let _turn = Turn { busy, freed };
        if money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
