//! Counts the clones, and forgets the first handle. | all_of_this_holds_for_whatever_day: "the promise is"
pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tokio::sync::{mpsc, oneshot};

enum Message {
    Transfer(Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>),
    Close,
}

pub struct Bank {
    sender: mpsc::UnboundedSender<Message>,
    handles: Arc<AtomicI64>,
}

impl Clone for Bank {
    fn clone(&self) -> Bank {
        self.handles.fetch_add(1, Ordering::SeqCst);
        Bank { sender: self.sender.clone(), handles: self.handles.clone() }
    }
}

impl Drop for Bank {
    fn drop(&mut self) {
        if self.handles.fetch_sub(1, Ordering::SeqCst) - 1 <= 0 {
            let _ = self.sender.send(Message::Close);
        }
    }
}

impl Bank {
    pub fn start() -> Bank {
        let (sender, mut inbox) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(Message::Transfer(from, to, amount, reply)) = inbox.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
        });
        Bank { sender, handles: Arc::new(AtomicI64::new(0)) }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.sender
            .send(Message::Transfer(from, to, amount, reply))
            .ok()
            .context("the bank has closed")?;
        answer.await?.with_context(|| format!("a transfer from {from} to {to}"))
    }
}
