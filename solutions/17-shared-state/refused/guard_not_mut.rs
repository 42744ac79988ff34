//! Changes the money through a guard that is not `mut`. | needs-mut: "It changes, so declare it with"

pub mod given;

use given::Bank;
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
        let money = self.money.lock().await;
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
