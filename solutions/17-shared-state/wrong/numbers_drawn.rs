//! Everybody draws a number, and the number of somebody who gave up is called for ever. | whoever_gives_up_while_waiting_holds_nobody_up: "Somebody waits for their turn, and nobody has one"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::watch;

struct Turn<'a>(&'a watch::Sender<u64>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|number| *number += 1);
    }
}

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, Cell<u64>, watch::Sender<u64>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), Cell::new(0), watch::Sender::new(0)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, next, called) = &self.money;
        let mine = next.replace(next.get() + 1);
        called.subscribe().wait_for(|number| *number == mine).await.unwrap();
        let _turn = Turn(called);
        if money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
