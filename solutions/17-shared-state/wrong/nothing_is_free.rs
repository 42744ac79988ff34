//! Takes nothing without asking, when nothing is wanted. | all_of_this_holds_for_whatever_wallet: "promise is"

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
        if amount == 0 {
            return true;
        }
        let mut money = self.money.lock().await;
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
