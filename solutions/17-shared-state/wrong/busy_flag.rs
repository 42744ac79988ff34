//! A flag says that somebody has their turn, and the last line takes it down. | a_withdrawal_that_is_dropped_midway_takes_nothing: "Somebody waits for their turn, and nobody has one" | when_it_is_dropped_midway_its_turn_is_over: "Somebody waits for their turn, and nobody has one"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Notify;

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
        let taken = money.get() >= amount && self.bank.allows(amount).await;
        if taken {
            money.set(money.get() - amount);
        }
        busy.set(false);
        freed.notify_one();
        taken
    }
}
