//! Books the latest request first. | all_of_this_holds_for_whatever_day: "the promise is"

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
            let mut pile = Vec::new();
            loop {
                if pile.is_empty() && slips.recv_many(&mut pile, 1024).await == 0 {
                    break;
                }
                while let Ok(slip) = slips.try_recv() {
                    pile.push(slip);
                }
                let slip: Slip = pile.pop().expect("not empty");
                let booked = ledger.book(slip.from, slip.to, slip.amount).await;
                let _ = slip.reply.send(booked.map(|()| ledger.balance(slip.from)));
            }
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
