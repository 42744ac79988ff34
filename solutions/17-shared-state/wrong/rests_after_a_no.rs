//! Waits a little after a no, in case the bank changes its mind. | all_of_this_holds_for_whatever_wallet: "promise is"

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
        if *money < amount {
            return false;
        }
        if !self.bank.allows(amount).await {
            sleep(Duration::from_millis(300)).await;
            return false;
        }
        *money -= amount;
        true
    }
}
