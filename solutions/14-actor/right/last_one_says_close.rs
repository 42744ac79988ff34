//! The last handle to be dropped says so with a message of its own, and the task keeps a sender.

pub mod given;

use anyhow::{Context, anyhow};
use given::{Account, Ledger, Refusal};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

enum Message {
    Transfer(Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>),
    Close,
}

struct Door(mpsc::UnboundedSender<Message>);

impl Drop for Door {
    fn drop(&mut self) {
        let _ = self.0.send(Message::Close);
    }
}

#[derive(Clone)]
pub struct Bank {
    door: Arc<Door>,
}

impl Bank {
    pub fn start() -> Bank {
        let (sender, mut inbox) = mpsc::unbounded_channel();
        let kept = sender.clone();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(Message::Transfer(from, to, amount, reply)) = inbox.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
            drop(kept);
        });
        Bank { door: Arc::new(Door(sender)) }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let message = Message::Transfer(from, to, amount, reply);
        self.door.0.send(message).map_err(|_| anyhow!("the bank has closed"))?;
        answer.await?.with_context(|| format!("a transfer from {from} to {to}"))
    }
}
