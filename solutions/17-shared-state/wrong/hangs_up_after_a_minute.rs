//! Takes it for a no when the bank says nothing for a minute. | all_of_this_holds_for_whatever_wallet: "promise is"

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
        let mut money = self.money.lock().await;
        if *money < amount {
            return false;
        }
        let allowed = timeout(Duration::from_secs(60), self.bank.allows(amount)).await;
        if !matches!(allowed, Ok(true)) {
            return false;
        }
        *money -= amount;
        true
    }
}
