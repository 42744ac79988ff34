//! Takes the money first, under the lock, and a guard puts it back unless the bank says yes.

pub mod given;

use given::Bank;
use tokio::sync::{Mutex, MutexGuard};

struct Taken<'a> {
    money: MutexGuard<'a, u32>,
    amount: u32,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        *self.money += self.amount;
    }
}

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
        *money -= amount;
        let mut taken = Taken { money, amount };
        if !self.bank.allows(amount).await {
            return false;
        }
        taken.amount = 0;
        true
    }
}
