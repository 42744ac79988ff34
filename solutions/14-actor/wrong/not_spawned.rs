//! Calls the clerk, and does not spawn it. | a_transfer_returns_the_balance_that_it_left: "no task was there to take it" | every_client_gets_the_reply_to_its_own_request: "no task was there to take it" | one_transfer_is_booked_after_the_other_without_a_pause: "no task was there to take it" | a_refusal_is_an_error_that_names_both_accounts_and_the_reason: "no task was there to take it" | after_a_refusal_the_bank_goes_on: "no task was there to take it" | a_client_that_does_not_wait_is_no_trouble_to_the_others: "no task was there to take it" | a_booking_that_has_begun_is_completed_though_its_client_has_left: "no task was there to take it" | clones_share_one_bank_and_two_banks_share_nothing: "With two banks open"

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
    slips: mpsc::Sender<Slip>,
}

async fn clerk(mut ledger: Ledger, mut window: mpsc::Receiver<Slip>) {
    while let Some(slip) = window.recv().await {
        let booked = ledger.book(slip.from, slip.to, slip.amount).await;
        let _ = slip.reply.send(booked.map(|()| ledger.balance(slip.from)));
    }
}

impl Bank {
    pub fn start() -> Bank {
        let (slips, window) = mpsc::channel(32);
        let _ = clerk(Ledger::open(), window);
        Bank { slips }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let slip = Slip { from, to, amount, reply };
        self.slips.send(slip).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank gave no reply")?;
        booked.with_context(|| format!("{amount} from {from} to {to}"))
    }
}
