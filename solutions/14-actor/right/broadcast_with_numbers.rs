//! Every reply is called out to all; a number says whose it is, as with postMessage.

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use tokio::sync::{broadcast, mpsc};

#[derive(Clone)]
pub struct Bank {
    next: Arc<AtomicU64>,
    requests: mpsc::Sender<(u64, Account, Account, u64)>,
    replies: broadcast::WeakSender<(u64, Result<u64, Refusal>)>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, mut inbox) = mpsc::channel(100);
        let outbox = broadcast::Sender::new(1000);
        let replies = outbox.downgrade();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some((number, from, to, amount)) = inbox.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = outbox.send((number, booked.map(|()| ledger.balance(from))));
            }
        });
        Bank { next: Arc::default(), requests, replies }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let number = self.next.fetch_add(1, Relaxed);
        // To be listening before anything can be called out.
        let mut replies = self.replies.upgrade().context("the bank has closed")?.subscribe();
        self.requests.send((number, from, to, amount)).await.context("the bank has closed")?;
        loop {
            let (whose, booked) = replies.recv().await.context("too much was called out")?;
            if whose == number {
                return booked.with_context(|| format!("{amount} from {from} to {to}"));
            }
        }
    }
}
