//! A task that shows that the wallet is open, and goes on when it is gone. | all_of_this_holds_for_whatever_wallet: "still running"

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
        tokio::spawn(async {
            loop {
                sleep(Duration::from_secs(60)).await;
            }
        });
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = self.money.lock().await;
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
