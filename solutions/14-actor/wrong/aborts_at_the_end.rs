//! Aborts the task when the last handle is dropped, in the middle of a booking. | a_booking_that_has_begun_is_completed_though_its_client_has_left: "an abort is too early"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

struct Request {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<Result<u64, Refusal>>,
}

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<Request>,
    _clerk: std::sync::Arc<Clerk>,
}

struct Clerk(tokio::task::JoinHandle<()>);

impl Drop for Clerk {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, inbox) = mpsc::channel(16);
        let clerk = Clerk(tokio::spawn(clerk(Ledger::open(), inbox)));
        Bank { requests, _clerk: clerk.into() }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let request = Request { from, to, amount, reply };
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}

async fn clerk(mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
        let _ = reply.send(booked);
    }
}
