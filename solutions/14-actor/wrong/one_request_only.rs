//! Takes one request, and goes home. | a_transfer_returns_the_balance_that_it_left: "never reached the ledger" | every_client_gets_the_reply_to_its_own_request: "never reached the ledger" | one_transfer_is_booked_after_the_other_without_a_pause: "never reached the ledger" | after_a_refusal_the_bank_goes_on: "never reached the ledger" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "never reached the ledger" | clones_share_one_bank_and_two_banks_share_nothing: "never reached the ledger"

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
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, inbox) = mpsc::channel(16);
        tokio::spawn(clerk(Ledger::open(), inbox));
        Bank { requests }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let request = Request { from, to, amount, reply };
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }
}

async fn clerk(mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    if let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
        let _ = reply.send(booked);
    }
}
