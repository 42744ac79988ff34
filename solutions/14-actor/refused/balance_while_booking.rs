//! Asks the ledger while a booking has it. | borrowed-twice: "Two parts want the same variable"

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
    slips: mpsc::Sender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (slips, mut window) = mpsc::channel::<Slip>(8);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(Slip { from, to, amount, reply }) = window.recv().await {
                let booking = ledger.book(from, to, amount);
                let balance = ledger.balance(from);
                let result = booking
                    .await
                    .map(|()| balance - amount)
                    .with_context(|| format!("{from} to {to}"));
                let _ = reply.send(result);
            }
        });
        Bank { slips }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.slips.send(Slip { from, to, amount, reply }).await.ok().context("closed")?;
        answer.await?
    }
}
