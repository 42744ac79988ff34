//! Remembers what the bank said about an amount. | what_the_bank_refuses_stays_in_the_wallet: "is still there for the next one"

pub mod given;

use given::Bank;
use std::collections::HashMap;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: Mutex<(u32, HashMap<u32, bool>)>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new((money, HashMap::new())) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut state = self.money.lock().await;
        let (money, answers) = &mut *state;
        if *money < amount {
            return false;
        }
        let allowed = match answers.get(&amount) {
            Some(known) => *known,
            None => self.bank.allows(amount).await,
        };
        answers.insert(amount, allowed);
        if allowed {
            *money -= amount;
        }
        allowed
    }
}
