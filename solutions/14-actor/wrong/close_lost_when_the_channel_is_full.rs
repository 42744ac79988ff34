//! The last handle says close by try_send, which gets lost when there is no room. | all_of_this_holds_for_whatever_day: "still running"
pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

enum Message {
    Transfer(Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>),
    Close,
}

struct Door(mpsc::Sender<Message>);

impl Drop for Door {
    fn drop(&mut self) {
        let _ = self.0.try_send(Message::Close);
    }
}

#[derive(Clone)]
pub struct Bank {
    door: Arc<Door>,
}

impl Bank {
    pub fn start() -> Bank {
        let (sender, mut inbox) = mpsc::channel(1);
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
        self.door
            .0
            .send(Message::Transfer(from, to, amount, reply))
            .await
            .ok()
            .context("closed")?;
        answer.await?.with_context(|| format!("a transfer from {from} to {to}"))
    }
}
