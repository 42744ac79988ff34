//! Lets ten wait, and sends all others away. | all_of_this_holds_for_whatever_wallet: "promise is"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Mutex;

struct Place<'a>(&'a Cell<u32>);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, Mutex<u32>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(0), Mutex::new(money)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (waiting, money) = &self.money;
        if waiting.get() >= 10 {
            return false;
        }
        waiting.set(waiting.get() + 1);
        let _place = Place(waiting);
        let mut money = money.lock().await;
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
