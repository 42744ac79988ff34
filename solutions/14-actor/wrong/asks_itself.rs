//! Asks its own bank for the balance, from within the task. | a_transfer_returns_the_balance_that_it_left: "This is a hang" | every_client_gets_the_reply_to_its_own_request: "This is a hang" | one_transfer_is_booked_after_the_other_without_a_pause: "This is a hang" | a_refusal_is_an_error_that_names_both_accounts_and_the_reason: "This is a hang" | after_a_refusal_the_bank_goes_on: "This is a hang" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "This is a hang" | clones_share_one_bank_and_two_banks_share_nothing: "This is a hang" | when_the_last_handle_is_dropped_the_bank_ends: "This is a hang"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

enum Request {
    Book(Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>),
    Balance(Account, oneshot::Sender<u64>),
}

#[derive(Clone)]
pub struct Bank {
    requests: mpsc::Sender<Request>,
}

impl Bank {
    pub fn start() -> Bank {
        let (requests, inbox) = mpsc::channel(16);
        let bank = Bank { requests };
        tokio::spawn(clerk(bank.clone(), Ledger::open(), inbox));
        bank
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let request = Request::Book(from, to, amount, reply);
        self.requests.send(request).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("transfer of {amount} from {from} to {to}"))
    }

    async fn balance(&self, account: Account) -> u64 {
        let (reply, answer) = oneshot::channel();
        self.requests.send(Request::Balance(account, reply)).await.ok().unwrap();
        answer.await.unwrap()
    }
}

async fn clerk(bank: Bank, mut ledger: Ledger, mut inbox: mpsc::Receiver<Request>) {
    while let Some(request) = inbox.recv().await {
        match request {
            Request::Book(from, to, amount, reply) => {
                let booked = ledger.book(from, to, amount).await;
                let balance = bank.balance(from).await;
                let _ = reply.send(booked.map(|()| balance));
            }
            Request::Balance(account, reply) => {
                let _ = reply.send(ledger.balance(account));
            }
        }
    }
}
