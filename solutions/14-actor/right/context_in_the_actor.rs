//! The actor makes the whole error; what is no longer wanted when its turn comes is skipped.

pub mod given;

use anyhow::{Context, bail};
use given::{Account, Ledger};
use tokio::sync::{mpsc, oneshot};

struct Slip {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<anyhow::Result<u64>>,
}

#[derive(Clone)]
pub struct Bank(mpsc::Sender<Slip>);

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::channel::<Slip>(1);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            loop {
                let Some(slip) = slips.recv().await else { break };
                if slip.reply.is_closed() {
                    continue;
                }
                let reply = match ledger.book(slip.from, slip.to, slip.amount).await {
                    Ok(()) => Ok(ledger.balance(slip.from)),
                    Err(no) => Err(no).context(format!("{} pays {}", slip.from, slip.to)),
                };
                drop(slip.reply.send(reply));
            }
        });
        Bank(window)
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        if self.0.send(Slip { from, to, amount, reply }).await.is_err() {
            bail!("closed");
        }
        answer.await?
    }
}
