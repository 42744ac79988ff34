//! Hands the balance over in a static: two banks that book at the same time overwrite each other's. | all_of_this_holds_for_whatever_day: "was answered with"
pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{mpsc, oneshot};

static BALANCE: AtomicU64 = AtomicU64::new(0);

type Slip = (Account, Account, u64, oneshot::Sender<Result<(), Refusal>>);

#[derive(Clone)]
pub struct Bank {
    slips: mpsc::Sender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (slips, mut inbox) = mpsc::channel::<Slip>(16);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some((from, to, amount, reply)) = inbox.recv().await {
                let booked = ledger.book(from, to, amount).await;
                BALANCE.store(ledger.balance(from), Ordering::SeqCst);
                let _ = reply.send(booked);
            }
        });
        Bank { slips }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.slips.send((from, to, amount, reply)).await.ok().context("closed")?;
        answer.await?.with_context(|| format!("transfer from {from} to {to}"))?;
        Ok(BALANCE.load(Ordering::SeqCst))
    }
}
