//! Looks now and then whether the reply is there. | one_transfer_is_booked_after_the_other_without_a_pause: "Await the reply itself" | clones_share_one_bank_and_two_banks_share_nothing: "was answered at"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

struct Request {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<Result<u64, Refusal>>,
}

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::UnboundedSender<Request>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, mut inbox) = mpsc::unbounded_channel::<Request>();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
        });
        Bank { requests }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, mut answer) = oneshot::channel();
        self.requests.send(Request { from, to, amount, reply }).ok().context("closed")?;
        loop {
            if let Ok(booked) = answer.try_recv() {
                return booked.with_context(|| format!("{amount} from {from} to {to}"));
            }
            sleep(Duration::from_millis(70)).await;
        }
    }
}
