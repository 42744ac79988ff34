//! Keeps the one bank in a static. | every_client_gets_the_reply_to_its_own_request: "no task was there to take it" | one_transfer_is_booked_after_the_other_without_a_pause: "no task was there to take it" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "no task was there to take it" | a_booking_that_has_begun_is_completed_though_its_client_has_left: "never began" | clones_share_one_bank_and_two_banks_share_nothing: "With two banks open" | when_the_last_handle_is_dropped_the_bank_ends: "when every sender is gone"

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
        static BANK: std::sync::OnceLock<mpsc::Sender<Request>> = std::sync::OnceLock::new();
        let requests = BANK.get_or_init(|| {
            let (requests, inbox) = mpsc::channel(16);
            tokio::spawn(clerk(Ledger::open(), inbox));
            requests
        });
        Bank { requests: requests.clone() }
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
