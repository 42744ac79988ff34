//! Calls each reply out to all, and everybody takes the first for theirs. | every_client_gets_the_reply_to_its_own_request: "a way back that is its own" | one_transfer_is_booked_after_the_other_without_a_pause: "a way back that is its own" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "a way back that is its own"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use tokio::sync::{broadcast, mpsc};

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<(Account, Account, u64)>,
    replies: broadcast::Sender<Result<u64, Refusal>>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, mut inbox) = mpsc::channel(16);
        let replies = broadcast::Sender::new(16);
        let called = replies.clone();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some((from, to, amount)) = inbox.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = called.send(booked.map(|()| ledger.balance(from)));
            }
        });
        Bank { requests, replies }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let mut replies = self.replies.subscribe();
        self.requests.send((from, to, amount)).await.context("the bank has closed")?;
        let booked = replies.recv().await?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}
