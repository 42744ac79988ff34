//! No task: each client locks the ledger and books for itself. | a_booking_that_has_begun_is_completed_though_its_client_has_left: "a task that outlives the client"

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
        let mut ledger = self.ledger.lock().await;
        let booked = ledger.book(from, to, amount).await;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))?;
        Ok(ledger.balance(from))
    }
}
