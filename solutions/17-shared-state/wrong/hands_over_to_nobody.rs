//! Hands the turn to the first in a queue, who may be gone. | whoever_gives_up_while_waiting_holds_nobody_up: "Somebody waits for their turn, and nobody has one"

pub mod given;

use given::Bank;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use tokio::sync::oneshot;

pub struct Wallet {
    bank: Bank,
    money: Cell<u32>,
    busy: Cell<bool>,
    queue: RefCell<VecDeque<oneshot::Sender<()>>>,
}

struct Turn<'a>(&'a Wallet);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        match self.0.queue.borrow_mut().pop_front() {
            Some(next) => {
                let _ = next.send(());
            }
            None => self.0.busy.set(false),
        }
    }
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Cell::new(money), busy: Cell::new(false), queue: RefCell::default() }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        if self.busy.replace(true) {
            let (next, turn) = oneshot::channel();
            self.queue.borrow_mut().push_back(next);
            turn.await.unwrap();
        }
        let _turn = Turn(self);
        if self.money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        self.money.set(self.money.get() - amount);
        true
    }
}
