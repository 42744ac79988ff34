//! The only place in a channel is the turn: whoever has reserved it never sends anything.

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::mpsc::{Receiver, Sender, channel};

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, (Sender<()>, Receiver<()>)),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), channel(1)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, (turns, _)) = &self.money;
        let _turn = turns.reserve().await.unwrap();

        if money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
