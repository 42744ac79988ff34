//! Has every handle that is dropped tell the task to end. | clones_share_one_bank_and_two_banks_share_nothing: "It ends with the last"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

struct Request {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<Result<u64, Refusal>>,
}

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<Request>,
    close: std::sync::Arc<tokio::sync::Notify>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, inbox) = mpsc::channel(16);
        let close = std::sync::Arc::new(tokio::sync::Notify::new());
        let closing = close.clone();
        tokio::spawn(clerk(Ledger::open(), inbox, closing));
        Bank { requests, close }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let request = Request { from, to, amount, reply };
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}

impl Drop for Bank {
    fn drop(&mut self) {
        self.close.notify_one();
    }
}

async fn clerk(
    mut ledger: Ledger,
    mut inbox: mpsc::Receiver<Request>,
    close: std::sync::Arc<tokio::sync::Notify>,
) {
    loop {
        let next = tokio::select! {
            biased;
            () = close.notified() => None,
            next = inbox.recv() => next,
        };
        let Some(Request { from, to, amount, reply }) = next else { return };
        let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
        let _ = reply.send(booked);
    }
}
