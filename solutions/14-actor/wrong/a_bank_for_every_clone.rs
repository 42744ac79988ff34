//! Opens another bank when a handle is cloned. | a_transfer_returns_the_balance_that_it_left: "a ledger just opened" | every_client_gets_the_reply_to_its_own_request: "Two bookings were under way at the same time" | one_transfer_is_booked_after_the_other_without_a_pause: "Two bookings were under way at the same time" | after_a_refusal_the_bank_goes_on: "a ledger just opened" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "Two bookings were under way at the same time" | clones_share_one_bank_and_two_banks_share_nothing: "a ledger just opened"

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

pub struct Bank {
    requests: mpsc::Sender<Request>,
}

impl Clone for Bank {
    fn clone(&self) -> Bank {
        Bank::start()
    }
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
    while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        let booked = ledger.book(from, to, amount).await.map(|()| ledger.balance(from));
        let _ = reply.send(booked);
    }
}
