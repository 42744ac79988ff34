//! Leaks the future: when it is dropped, the guard is not. | a_withdrawal_that_is_dropped_midway_takes_nothing: "Somebody waits for their turn, and nobody has one" | when_it_is_dropped_midway_its_turn_is_over: "Somebody waits for their turn, and nobody has one"

pub mod given;

use given::Bank;
use std::mem::ManuallyDrop;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = ManuallyDrop::new(self.money.lock().await);
        let taken = **money >= amount && self.bank.allows(amount).await;
        if taken {
            **money -= amount;
        }
        drop(ManuallyDrop::into_inner(money));
        taken
    }
}
