//! Keeps the ways back by what was asked for: two who ask for the same have one between them. | all_of_this_holds_for_whatever_day: "the promise is"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::{mpsc, oneshot};

type Key = (u8, u8, u64);
type Replies = Arc<Mutex<HashMap<Key, oneshot::Sender<Result<u64, Refusal>>>>>;

#[derive(Clone)]
pub struct Bank {
    window: mpsc::UnboundedSender<(Account, Account, u64)>,
    replies: Replies,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::unbounded_channel::<(Account, Account, u64)>();
        let replies = Replies::default();
        let mailboxes = replies.clone();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some((from, to, amount)) = slips.recv().await {
                let booked = ledger.book(from, to, amount).await;
                if let Some(reply) =
                    mailboxes.lock().unwrap().remove(&(from as u8, to as u8, amount))
                {
                    let _ = reply.send(booked.map(|()| ledger.balance(from)));
                }
            }
        });
        Bank { window, replies }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.replies.lock().unwrap().insert((from as u8, to as u8, amount), reply);
        self.window.send((from, to, amount)).ok().context("closed")?;
        answer.await.context("no reply")?.with_context(|| format!("{from} to {to}: {amount}"))
    }
}
