//! A lock of std for the money, held for a look only, and one of tokio for the turn.

pub mod given;

use given::Bank;
use std::sync::Mutex as Short;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: (Short<u32>, Mutex<()>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Short::new(money), Mutex::new(())) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, turn) = &self.money;
        let turn = turn.lock().await;
        if *money.lock().unwrap() < amount {
            return false;
        }
        let taken = self.bank.allows(amount).await;
        if taken {
            *money.lock().unwrap() -= amount;
        }
        drop(turn);
        taken
    }
}
