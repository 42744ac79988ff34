//! Hands the turn to somebody who is there, and is gone before the next poll. | all_of_this_holds_for_whatever_wallet: "This is a hang"

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
        while let Some(next) = self.0.queue.borrow_mut().pop_front() {
            if next.send(()).is_ok() {
                return;
            }
        }
        self.0.busy.set(false);
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
