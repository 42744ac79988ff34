//! A pile of wakers: whoever came last is woken first.

pub mod given;

use given::Bank;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

pub struct Wallet {
    bank: Bank,
    money: Cell<u32>,
    busy: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

struct Turn<'a>(&'a Wallet);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.busy.set(false);
        // All are woken, as some of them may be gone.
        while let Some(waker) = self.0.waiting.borrow_mut().pop() {
            waker.wake();
        }
    }
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet {
            bank,
            money: Cell::new(money),
            busy: Cell::new(false),
            waiting: RefCell::default(),
        }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let _turn = poll_fn(|context| {
            if self.busy.replace(true) {
                self.waiting.borrow_mut().push(context.waker().clone());
                return Poll::Pending;
            }
            Poll::Ready(Turn(self))
        })
        .await;
        if self.money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        self.money.set(self.money.get() - amount);
        true
    }
}
