//! Ends after ten replies in a row that nobody waited for. | all_of_this_holds_for_whatever_day: "no answer: channel closed"

pub mod given;

use anyhow::{Context, anyhow};
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

struct Slip {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<Result<u64, Refusal>>,
}

async fn clerk(mut slips: mpsc::UnboundedReceiver<Slip>) {
    let mut ledger = Ledger::open();
    let mut unheard = 0;
    while let Some(Slip { from, to, amount, reply }) = slips.recv().await {
        let booked = ledger.book(from, to, amount).await;
        match reply.send(booked.map(|()| ledger.balance(from))) {
            Ok(()) => unheard = 0,
            Err(_) => unheard += 1,
        }
        if unheard == 10 {
            break;
        }
    }
}

#[derive(Clone)]
pub struct Bank {
    window: mpsc::UnboundedSender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, slips) = mpsc::unbounded_channel();
        tokio::spawn(clerk(slips));
        Bank { window }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.window
            .send(Slip { from, to, amount, reply })
            .map_err(|_| anyhow!("{from} to {to}: the bank is closed"))?;
        let balance = answer
            .await
            .with_context(|| format!("{from} to {to}: no answer"))?
            .with_context(|| format!("{amount} from {from} to {to}"))?;
        Ok(balance)
    }
}
