//! The answer of the oneshot is returned as it is, with its own Result around the other. | nested-result: "Both are Results, of different types"
pub mod given;

use anyhow::Context;
use given::{Account, Ledger};
use tokio::sync::{mpsc, oneshot};

struct Slip {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<anyhow::Result<u64>>,
}

#[derive(Clone)]
pub struct Bank {
    slips: mpsc::UnboundedSender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (slips, mut window) = mpsc::unbounded_channel::<Slip>();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(Slip { from, to, amount, reply }) = window.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let result = booked
                    .map(|()| ledger.balance(from))
                    .with_context(|| format!("{from} to {to}"));
                let _ = reply.send(result);
            }
        });
        Bank { slips }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let _ = self.slips.send(Slip { from, to, amount, reply });
        answer.await.context("the clerk has gone home")
    }
}
