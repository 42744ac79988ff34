//! # 14 · Actor: an answer

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

/// What a client pushes through the window: what to do, and where to send the answer. Each request
/// has a way back of its own, so no reply can reach the wrong client, in whatever order they come.
struct Request {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<Result<u64, Refusal>>,
}

/// A handle to a bank, for its clients. Clones are handles to the same bank.
#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<Request>,
}

impl Bank {
    /// Opens a bank of its own, with a new ledger.
    pub fn start() -> Bank {
        // Bounded: when the clerk is behind, clients wait, instead of slips piling up.
        let (requests, inbox) = mpsc::channel(16);
        // The JoinHandle is dropped on purpose. The clerk needs nobody to wait for it: it goes home
        // when the last sender is gone. It must not hold one itself, or that would never be.
        tokio::spawn(clerk(Ledger::open(), inbox));
        Bank { requests }
    }

    /// Has `amount` booked, once, and returns the balance of `from` that this very booking left.
    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let request = Request { from, to, amount, reply };
        // Neither of these two errors can come up as long as the clerk does not panic. They are
        // said all the same: the day it does, somebody will want to know.
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}

/// The task that owns the ledger. No lock: nobody else has it.
async fn clerk(mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        // Booking and looking at the balance are one step: nothing else gets in between. A refusal
        // is an answer, so it is sent on and the loop goes on.
        let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
        // An Err means that the client did not wait. That is its right, and no business of the next.
        let _ = reply.send(booked);
    }
}
