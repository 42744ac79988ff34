//! A client waits for a reply five minutes at most. | all_of_this_holds_for_whatever_day: "was answered with"
pub mod given;

use anyhow::{Context as _, anyhow};
use given::{Account, Ledger};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

struct Slip {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<anyhow::Result<u64>>,
}

#[derive(Clone)]
pub struct Bank {
    window: mpsc::UnboundedSender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::unbounded_channel::<Slip>();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(slip) = slips.recv().await {
                let Slip { from, to, amount, reply } = slip;
                let booked = ledger.book(from, to, amount).await;
                let result = booked
                    .map(|()| ledger.balance(from))
                    .with_context(|| format!("{amount} from {from} to {to}"));
                let _ = reply.send(result);
            }
        });
        Bank { window }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.window
            .send(Slip { from, to, amount, reply })
            .map_err(|_| anyhow!("{from} to {to}: the bank is closed"))?;
        tokio::time::timeout(Duration::from_secs(300), answer)
            .await
            .with_context(|| format!("{from} to {to}: no reply"))?
            .with_context(|| format!("{from} to {to}: no reply"))?
    }
}
