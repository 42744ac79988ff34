//! Counts the money in sixteen bits. | all_of_this_holds_for_whatever_wallet: "promise is"

pub mod given;

use given::Bank;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u16>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money as u16) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = self.money.lock().await;
        if u32::from(*money) < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount as u16;
        true
    }
}
