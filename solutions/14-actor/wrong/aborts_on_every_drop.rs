//! Aborts the task whenever a handle is dropped. | a_booking_that_has_begun_is_completed_though_its_client_has_left: "an abort is too early" | clones_share_one_bank_and_two_banks_share_nothing: "It ends with the last"

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
    clerk: std::sync::Arc<tokio::task::JoinHandle<()>>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, inbox) = mpsc::channel(16);
        let clerk = tokio::spawn(clerk(Ledger::open(), inbox));
        Bank { requests, clerk: clerk.into() }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let request = Request { from, to, amount, reply };
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}

impl Drop for Bank {
    fn drop(&mut self) {
        self.clerk.abort();
    }
}

async fn clerk(mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
        let _ = reply.send(booked);
    }
}
