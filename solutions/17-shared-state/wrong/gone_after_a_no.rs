//! Takes the money after a no, too. | what_the_bank_refuses_stays_in_the_wallet: "is still there for the next one"

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
        let allowed = self.bank.allows(amount).await;
        *money -= amount;
        allowed
    }
}
