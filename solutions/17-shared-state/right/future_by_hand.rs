//! A future written by hand: it waits for the lock, and then for the bank.

pub mod given;

use given::Bank;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub fn withdraw(&self, amount: u32) -> impl Future<Output = bool> + '_ {
        async move {
            let mut lock = pin!(self.money.lock());
            let mut question = pin!(self.bank.allows(amount));
            let mut guard = None;
            poll_fn(|context| {
                if guard.is_none() {
                    match lock.as_mut().poll(context) {
                        Poll::Pending => return Poll::Pending,
                        Poll::Ready(money) if *money < amount => return Poll::Ready(false),
                        Poll::Ready(money) => guard = Some(money),
                    }
                }
                let Poll::Ready(allowed) = question.as_mut().poll(context) else {
                    return Poll::Pending;
                };
                if let Some(mut money) = guard.take().filter(|_| allowed) {
                    *money -= amount;
                }
                Poll::Ready(allowed)
            })
            .await
        }
    }
}
