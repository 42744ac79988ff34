//! Holds the guard of a std lock over an `.await` in a task. | not-send: "A task may move to another"

pub mod given;

use given::Bank;
use std::sync::{Arc, Mutex};

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
            let mut money = money.lock().unwrap();
            if *money < amount || !bank.allows(amount).await {
                return false;
            }
            *money -= amount;
            true
        });
        work.await.unwrap()
    }
}
