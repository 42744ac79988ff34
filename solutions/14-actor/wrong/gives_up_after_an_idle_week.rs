//! Ends when nobody has come for a week. | all_of_this_holds_for_whatever_day: "was never booked"
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
    window: mpsc::UnboundedSender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::unbounded_channel::<Slip>();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            let week = std::time::Duration::from_secs(7 * 24 * 3600);
            while let Ok(Some(slip)) = tokio::time::timeout(week, slips.recv()).await {
                let Slip { from, to, amount, reply } = slip;
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
        });
        Bank { window }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.window.send(Slip { from, to, amount, reply }).ok().context("the bank is closed")?;
        answer
            .await
            .context("no reply")?
            .with_context(|| format!("cannot book {amount} from {from} to {to}"))
    }
}
