//! While it waits, it looks whenever somebody has taken something, and leaves when there is too little.

pub mod given;

use given::Bank;
use tokio::select;
use tokio::sync::{Mutex, watch};

pub struct Wallet {
    bank: Bank,
    money: (watch::Sender<u32>, Mutex<()>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (watch::Sender::new(money), Mutex::new(())) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, turn) = &self.money;
        let mut left = money.subscribe();
        let _turn = select! {
            biased;
            _ = left.wait_for(|left| *left < amount) => return false,
            turn = turn.lock() => turn,
        };
        if *money.borrow() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.send_modify(|left| *left -= amount);
        true
    }
}
