//! Has the task of the ledger borrow the bank. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{Account, Ledger};
use tokio::sync::{mpsc, oneshot};

type Request = (Account, Account, u64, oneshot::Sender<anyhow::Result<u64>>);

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<Request>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, mut received) = mpsc::channel::<Request>(8);
        let mut ledger = Ledger::open();
        tokio::spawn(async {
            while let Some((from, to, amount, reply)) = received.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)).map_err(Into::into));
            }
        });
        Bank { requests }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.requests.send((from, to, amount, reply)).await?;
        answer.await?
    }
}
