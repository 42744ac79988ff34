//! Holds the guard of a std lock while it awaits the booking. | not-send: "A task may move to another"

pub mod given;

use given::{Account, Ledger};
use std::sync::{Arc, Mutex};

#[derive(Clone)]
pub struct Bank {
    ledger: Arc<Mutex<Ledger>>,
}

impl Bank {
    pub fn start() -> Bank {
        Bank { ledger: Arc::new(Mutex::new(Ledger::open())) }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let ledger = self.ledger.clone();
        let booking = tokio::spawn(async move {
            let mut ledger = ledger.lock().unwrap();
            ledger.book(from, to, amount).await.map(|()| ledger.balance(from))
        });
        Ok(booking.await??)
    }
}
