//! Refuses at once what there is not, and looks again when it is its turn.

pub mod given;

use given::Bank;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: (AtomicU32, Mutex<()>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (AtomicU32::new(money), Mutex::new(())) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, turn) = &self.money;
        let has = || money.load(Ordering::Relaxed) >= amount;
        if !has() {
            return false;
        }
        let _turn = turn.lock().await;
        let taken = has() && self.bank.allows(amount).await;
        if taken {
            money.fetch_sub(amount, Ordering::Relaxed);
        }
        taken
    }
}
