//! Names the accounts in a plain string, as in an f-string. | a_refusal_is_an_error_that_names_both_accounts_and_the_reason: "The braces stand there as you wrote them"

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
        let request = Request { from, to, amount, reply };
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.context("transfer of {amount} from {from} to {to}")
    }
}
async fn clerk(mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
        let _ = reply.send(booked);
    }
}
