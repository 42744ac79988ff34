//! The lock for writing of an RwLock.

pub mod given;

use given::Bank;
use tokio::sync::RwLock;

pub struct Wallet {
    bank: Bank,
    money: RwLock<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: RwLock::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = self.money.write().await;
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
