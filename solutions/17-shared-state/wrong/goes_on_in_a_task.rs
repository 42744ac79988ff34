//! Withdraws in a task, which goes on when the withdrawal is dropped. | a_withdrawal_that_is_dropped_midway_takes_nothing: "and its question went on" | when_it_is_dropped_midway_its_turn_is_over: "and its question went on" | whoever_gives_up_while_waiting_holds_nobody_up: "and its question went on"

pub mod given;

use given::Bank;
use std::sync::Arc;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Arc<Bank>,
    money: Arc<Mutex<u32>>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank: Arc::new(bank), money: Arc::new(Mutex::new(money)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (bank, money) = (self.bank.clone(), self.money.clone());
        let work = tokio::spawn(async move {
            let mut money = money.lock().await;
            if *money < amount || !bank.allows(amount).await {
                return false;
            }
            *money -= amount;
            true
        });
        work.await.unwrap()
    }
}
