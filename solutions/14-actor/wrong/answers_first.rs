//! Replies with what will be left, and books afterwards. | a_transfer_returns_the_balance_that_it_left: "Book first, then answer" | every_client_gets_the_reply_to_its_own_request: "Book first, then answer" | one_transfer_is_booked_after_the_other_without_a_pause: "Book first, then answer" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "Book first, then answer" | clones_share_one_bank_and_two_banks_share_nothing: "was answered at 0 s"

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
    while let Some(Request { from, to, amount, reply }) = inbox.recv().await {
        match ledger.balance(from).checked_sub(amount) {
            Some(balance) => {
                let _ = reply.send(Ok(balance));
                let _ = ledger.book(from, to, amount).await;
            }
            None => {
                let refused = ledger.book(from, to, amount).await;
                let _ = reply.send(refused.map(|()| 0));
            }
        }
    }
}
