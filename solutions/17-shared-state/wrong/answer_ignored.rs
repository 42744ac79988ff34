//! Asks the bank, and takes the money whatever it says. | what_the_bank_refuses_stays_in_the_wallet: "The bank said no, and the money was taken"

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
        let mut money = self.money.lock().await;
        if *money < amount {
            return false;
        }
        self.bank.allows(amount).await;
        *money -= amount;
        true
    }
}
