//! Whether it is anybody's turn is in a watch channel.

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::watch;

struct Turn<'a>(&'a watch::Sender<bool>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.send_replace(false);
    }
}

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, watch::Sender<bool>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), watch::Sender::new(false)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, busy) = &self.money;
        let mut free = busy.subscribe();
        while busy.send_replace(true) {
            free.wait_for(|busy| !*busy).await.unwrap();
        }
        let _turn = Turn(busy);
        if money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
