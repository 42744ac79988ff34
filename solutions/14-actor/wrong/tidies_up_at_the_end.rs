//! Tidies up for a second when the last handle is gone. | all_of_this_holds_for_whatever_day: "still running"

pub mod given;

use anyhow::{Context, anyhow, bail};
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

struct Slip {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<Result<u64, Refusal>>,
}

#[derive(Clone)]
pub struct Bank {
    window: mpsc::Sender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::channel::<Slip>(16);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(slip) = slips.recv().await {
                let booked = ledger.book(slip.from, slip.to, slip.amount).await;
                let _ = slip.reply.send(booked.map(|()| ledger.balance(slip.from)));
            }
            tokio::time::sleep(lab::SECOND).await;
            lab::say!("the bank is closed");
        });
        Bank { window }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.window
            .send(Slip { from, to, amount, reply })
            .await
            .ok()
            .context("the bank is closed")?;
        let booked = answer.await.context("the clerk went home")?;
        booked.with_context(|| format!("{from} to {to}: {amount} not booked"))
    }
}
