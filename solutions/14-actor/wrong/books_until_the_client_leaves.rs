//! Stops booking when the client does not listen any more. | a_booking_that_has_begun_is_completed_though_its_client_has_left: "a task that outlives the client"

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
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}

async fn clerk(mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(Request { from, to, amount, mut reply }) = inbox.recv().await {
        tokio::select! {
            booked = ledger.book(from, to, amount) => {
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
            () = reply.closed() => {}
        }
    }
}
