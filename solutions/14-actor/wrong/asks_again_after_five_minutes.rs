//! Asks again when there is no reply for five minutes: then it is booked twice. | all_of_this_holds_for_whatever_day: "the promise is"

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
        let (window, mut slips) = mpsc::channel::<Slip>(1024);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(slip) = slips.recv().await {
                let booked = ledger.book(slip.from, slip.to, slip.amount).await;
                let _ = slip.reply.send(booked.map(|()| ledger.balance(slip.from)));
            }
        });
        Bank { window }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        loop {
            let (reply, answer) = oneshot::channel();
            self.window
                .send(Slip { from, to, amount, reply })
                .await
                .ok()
                .context("the bank is closed")?;
            let Ok(answer) =
                tokio::time::timeout(std::time::Duration::from_secs(300), answer).await
            else {
                continue;
            };
            let booked = answer.context("the clerk went home")?;
            return booked.with_context(|| format!("{from} to {to}: {amount} not booked"));
        }
    }
}
