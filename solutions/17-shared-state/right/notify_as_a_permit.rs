//! A Notify that holds one permit: whoever is notified has their turn.

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Notify;

struct Turn<'a>(&'a Notify);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

fn free() -> Notify {
    let turn = Notify::new();
    turn.notify_one();
    turn
}

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, Notify),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), free()) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, turn) = &self.money;
        turn.notified().await;
        let _turn = Turn(turn);

        if money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
