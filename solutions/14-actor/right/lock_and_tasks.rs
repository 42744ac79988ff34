//! No actor but a lock, with each booking in a task of its own: it outlives its client as well.

pub mod given;

use anyhow::Context;
use given::{Account, Ledger};
use std::sync::Arc;
use tokio::sync::Mutex;

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
        // Dropping the handle of a task does not stop it, and here that is the point.
        let booking = tokio::spawn(async move {
            let mut ledger = ledger.lock().await;
            ledger.book(from, to, amount).await?;
            anyhow::Ok(ledger.balance(from))
        });
        booking.await?.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}
