//! The turn itself is sent to the next in a queue; whoever does not receive it drops it.

pub mod given;

use given::Bank;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use tokio::sync::oneshot;

pub struct Wallet {
    bank: Bank,
    money: Cell<u32>,
    turns: Rc<Turns>,
}

#[derive(Default)]
struct Turns {
    busy: Cell<bool>,
    queue: RefCell<VecDeque<oneshot::Sender<Turn>>>,
}

struct Turn(Rc<Turns>);

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.busy.set(false);
        let next = self.0.queue.borrow_mut().pop_front();
        if let Some(next) = next {
            self.0.busy.set(true);
            // Whoever gave up doesn't take it: then it is dropped once more, and goes to the next.
            let _ = next.send(Turn(self.0.clone()));
        }
    }
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Cell::new(money), turns: Rc::default() }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let _turn = if self.turns.busy.replace(true) {
            let (next, turn) = oneshot::channel();
            self.turns.queue.borrow_mut().push_back(next);
            turn.await.expect("a turn comes to everybody who waits")
        } else {
            Turn(self.turns.clone())
        };
        if self.money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        self.money.set(self.money.get() - amount);
        true
    }
}
