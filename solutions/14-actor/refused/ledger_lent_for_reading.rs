//! Books in a ledger that is lent for reading only. | behind-a-reference: "only lent for reading"

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
}
impl Bank {
    pub fn start() -> Bank {
        let (requests, inbox) = mpsc::channel(16);
        tokio::spawn(clerk(Ledger::open(), inbox));
        Bank { requests }
    }
    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.requests.send(Request { from, to, amount, reply }).await.ok().context("closed")?;
        answer.await?.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}
async fn book(ledger: &Ledger, from: Account, to: Account, amount: u64) -> Result<(), Refusal> {
    ledger.book(from, to, amount).await
}

async fn clerk(ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        let booked = book(&ledger, from, to, amount).await.map(|()| ledger.balance(from));
        let _ = reply.send(booked);
    }
}
