//! Rests after a refusal. | all_of_this_holds_for_whatever_day: "the promise is"
pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

type Answer = Result<u64, Refusal>;
type Slip = (Account, Account, u64, oneshot::Sender<Answer>);

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
                let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
                let refused = booked.is_err();
                let _ = reply.send(booked);
                if refused {
                    tokio::time::sleep(Duration::from_secs(5)).await;
                }
            }
        });
        Bank { slips }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.slips.send((from, to, amount, reply)).await.ok().context("closed")?;
        answer.await?.with_context(|| format!("transfer from {from} to {to}"))
    }
}
