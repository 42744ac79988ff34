//! Awaits a lock of std. | std-lock-awaited: "A lock of std gives its"

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
        let mut ledger = self.ledger.lock().await;
        ledger.book(from, to, amount).await?;
        Ok(ledger.balance(from))
    }
}
