//! Takes it for a stolen card when the bank says no, and never asks again. | what_the_bank_refuses_stays_in_the_wallet: "is still there for the next one"

pub mod given;

use given::Bank;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: Mutex<(u32, bool)>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new((money, false)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut state = self.money.lock().await;
        let (money, blocked) = &mut *state;
        if *blocked || *money < amount {
            return false;
        }
        if !self.bank.allows(amount).await {
            *blocked = true;
            return false;
        }
        *money -= amount;
        true
    }
}
