//! Waits for its turn for an hour at most. | all_of_this_holds_for_whatever_wallet: "promise is"

pub mod given;

use given::Bank;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::timeout;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let turn = timeout(Duration::from_secs(3_600), self.money.lock()).await;
        let Ok(mut money) = turn else { return false };
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
