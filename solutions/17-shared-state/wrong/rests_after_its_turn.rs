//! Keeps the lock a moment longer. | when_a_turn_ends_the_next_begins_at_that_moment: "such as a sleep between two looks" | whoever_gives_up_while_waiting_holds_nobody_up: "such as a sleep between two looks"

pub mod given;

use given::Bank;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = self.money.lock().await;
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        sleep(Duration::from_millis(50)).await;
        true
    }
}
