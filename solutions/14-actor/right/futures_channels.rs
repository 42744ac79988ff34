//! futures' channels, and the loop as a fold over the stream of requests.

pub mod given;

use anyhow::Context;
use futures::StreamExt;
use futures::channel::{mpsc, oneshot};
use given::{Account, Ledger, Refusal};

type Request = (Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>);

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::UnboundedSender<Request>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, inbox) = mpsc::unbounded::<Request>();
        let open = Ledger::open();
        tokio::spawn(inbox.fold(open, |mut ledger, (from, to, amount, reply)| async move {
            let booked = ledger.book(from, to, amount).await;
            let _ = reply.send(booked.map(|()| ledger.balance(from)));
            ledger
        }));
        Bank { requests }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.requests.unbounded_send((from, to, amount, reply)).ok().context("closed")?;
        answer.await?.with_context(|| format!("From {from} to {to}: {amount}"))
    }
}
