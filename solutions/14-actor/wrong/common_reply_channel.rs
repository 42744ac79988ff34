//! Has one channel for the replies to all clients. | a_client_that_does_not_wait_is_no_trouble_to_the_others: "a way back that is its own"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

type Request = (Account, Account, u64);
type Reply = Result<u64, Refusal>;

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<Request>,
    replies: Arc<Mutex<mpsc::Receiver<Reply>>>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, mut inbox) = mpsc::channel(16);
        let (outbox, replies) = mpsc::channel(16);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some((from, to, amount)) = inbox.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = outbox.send(booked.map(|()| ledger.balance(from))).await;
            }
        });
        Bank { requests, replies: Arc::new(Mutex::new(replies)) }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        self.requests.send((from, to, amount)).await.context("the bank has closed")?;
        let booked = self.replies.lock().await.recv().await.context("the bank has closed")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}
