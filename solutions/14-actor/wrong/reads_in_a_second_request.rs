//! Books with one request, and asks for the balance with the next. | every_client_gets_the_reply_to_its_own_request: "another request got in between" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "another request got in between"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

enum Request {
    Book(Account, Account, u64, oneshot::Sender<Result<(), Refusal>>),
    Balance(Account, oneshot::Sender<u64>),
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
        let request = Request::Book(from, to, amount, reply);
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))?;
        let (reply, answer) = oneshot::channel();
        self.requests.send(Request::Balance(from, reply)).await.ok().context("closed")?;
        answer.await.context("closed")
    }
}

async fn clerk(mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(request) = inbox.recv().await {
        match request {
            Request::Book(from, to, amount, reply) => {
                let _ = reply.send(ledger.book(from, to, amount).await);
            }
            Request::Balance(account, reply) => {
                let _ = reply.send(ledger.balance(account));
            }
        }
    }
}
