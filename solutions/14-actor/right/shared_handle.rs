//! The sender in an Arc, and errors put together by hand.

pub mod given;

use anyhow::anyhow;
use given::{Account, Ledger, Refusal};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

type Slip = ((Account, Account, u64), oneshot::Sender<Result<u64, Refusal>>);

pub struct Bank {
    window: Arc<mpsc::Sender<Slip>>,
}

impl Clone for Bank {
    fn clone(&self) -> Bank {
        Bank { window: Arc::clone(&self.window) }
    }
}

async fn work(mut slips: mpsc::Receiver<Slip>) {
    let mut ledger = Ledger::open();
    while let Some(((from, to, amount), reply)) = slips.recv().await {
        let answer = match ledger.book(from, to, amount).await {
            Ok(()) => Ok(ledger.balance(from)),
            Err(no) => Err(no),
        };
        if reply.send(answer).is_err() {
            lab::say!("{from} has left");
        }
    }
}

impl Bank {
    pub fn start() -> Bank {
        let (window, slips) = mpsc::channel(2);
        tokio::spawn(work(slips));
        Bank { window: Arc::new(window) }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let sent = self.window.send(((from, to, amount), reply)).await;
        sent.map_err(|_| anyhow!("nobody is at the window"))?;
        match answer.await? {
            Ok(balance) => Ok(balance),
            Err(no) => Err(anyhow!("{from} cannot pay {to}: {no}")),
        }
    }
}
