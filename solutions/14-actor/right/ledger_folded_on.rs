//! The slips are a stream, and the ledger is what a fold carries from one to the next.

pub mod given;

use anyhow::Context;
use futures::{StreamExt, stream};
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

async fn clerk(ledger: Ledger, window: mpsc::Receiver<Slip>) {
    let slips = stream::unfold(window, async |mut window| Some((window.recv().await?, window)));
    let work = slips.fold(ledger, async |mut ledger, slip| {
        let booked = ledger.book(slip.from, slip.to, slip.amount).await;
        let _ = slip.reply.send(booked.map(|()| ledger.balance(slip.from)));
        ledger
    });
    work.await;
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
        self.slips.send(slip).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank gave no reply")?;
        booked.with_context(|| format!("{amount} from {from} to {to}"))
    }
}
