//! Looks ten times a second whether there is a request. | one_transfer_is_booked_after_the_other_without_a_pause: "wakes it at once"

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
    loop {
        match inbox.try_recv() {
            Ok(Request { from, to, amount, reply }) => {
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
            Err(mpsc::error::TryRecvError::Empty) => {
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
            Err(mpsc::error::TryRecvError::Disconnected) => return,
        }
    }
}
