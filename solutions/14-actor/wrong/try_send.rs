//! Takes a full channel for a closed one. | every_client_gets_the_reply_to_its_own_request: "A full channel is not a closed one"

pub mod given;

use anyhow::Context;
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
    slips: mpsc::Sender<Slip>,
}

async fn clerk(mut ledger: Ledger, mut window: mpsc::Receiver<Slip>) {
    while let Some(slip) = window.recv().await {
        let booked = ledger.book(slip.from, slip.to, slip.amount).await;
        let _ = slip.reply.send(booked.map(|()| ledger.balance(slip.from)));
    }
}

impl Bank {
    pub fn start() -> Bank {
        let (slips, window) = mpsc::channel(32);
        tokio::spawn(clerk(Ledger::open(), window));
        Bank { slips }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let slip = Slip { from, to, amount, reply };
        self.slips.try_send(slip).ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank gave no reply")?;
        booked.with_context(|| format!("{amount} from {from} to {to}"))
    }
}
