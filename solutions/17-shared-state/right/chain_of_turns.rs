//! As a chain of promises: each waits for the end of the one before, which is heard when a sender is dropped.

pub mod given;

use futures::FutureExt;
use futures::future::Shared;
use given::Bank;
use std::cell::{Cell, RefCell};
use tokio::sync::oneshot;

type End = Shared<futures::future::BoxFuture<'static, ()>>;

pub struct Wallet {
    bank: Bank,
    money: Cell<u32>,
    last: RefCell<End>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        let last = futures::future::ready(()).boxed().shared();
        Wallet { bank, money: Cell::new(money), last: RefCell::new(last) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (_mine, ended) = oneshot::channel::<()>();
        let before = self.last.borrow().clone();
        // My place in the chain is free when the one before is over and I am, too: also when I give up.
        let both = before.clone().then(|()| ended).map(|_| ()).boxed().shared();
        self.last.replace(both);
        before.await;
        if self.money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        self.money.set(self.money.get() - amount);
        true
    }
}
