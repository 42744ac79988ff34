//! Two tasks: one takes requests and queues them, the other writes.

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::collections::VecDeque;
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
        let (requests, mut window) = mpsc::channel::<Request>(1);
        let (desk, mut slips) = mpsc::channel::<Request>(1);
        tokio::spawn(async move {
            let mut waiting = VecDeque::new();
            let mut open = true;
            while open || !waiting.is_empty() {
                tokio::select! {
                    request = window.recv(), if open => match request {
                        Some(request) => waiting.push_back(request),
                        None => open = false,
                    },
                    room = desk.reserve(), if !waiting.is_empty() => {
                        let (Ok(room), Some(next)) = (room, waiting.pop_front()) else { return };
                        room.send(next);
                    }
                }
            }
        });
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(Request { from, to, amount, reply }) = slips.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
        });
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
