//! A turn that is broken off is over only a second later. | when_it_is_dropped_midway_its_turn_is_over: "such as a sleep between two looks"

pub mod given;

use given::Bank;
use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::sleep;

struct Turn(Option<OwnedSemaphorePermit>);

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(permit) = self.0.take() {
            tokio::spawn(async move {
                sleep(Duration::from_millis(20)).await;
                drop(permit);
            });
        }
    }
}

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, Arc<Semaphore>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), Arc::new(Semaphore::new(1))) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, turn) = &self.money;
        let permit = turn.clone().acquire_owned().await.unwrap();
        let mut turn = Turn(Some(permit));
        let allowed = money.get() >= amount && self.bank.allows(amount).await;
        turn.0 = None;
        if allowed {
            money.set(money.get() - amount);
        }
        allowed
    }
}
