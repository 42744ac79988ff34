//! The bank of this story. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// A line to the bank, about one account.
#[derive(Debug)]
pub struct Bank {
    account: String,
    answers: Vec<Answer>,
    asked: AtomicUsize,
}

/// How the bank answers one question.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    pub yes: bool,
    pub takes: Duration,
}

impl Bank {
    /// The bank says yes to everything, a second after it was asked.
    pub fn new(account: impl Into<String>) -> Bank {
        Bank::answering(account, Vec::new())
    }

    /// The bank answers the first questions like this, in their order, and says yes to all others.
    pub fn answering(account: impl Into<String>, answers: Vec<Answer>) -> Bank {
        Bank { account: account.into(), answers, asked: AtomicUsize::new(0) }
    }

    /// Asks whether `amount` may be paid, which takes about a second. The bank looks for stolen cards and
    /// odd shops. It doesn't know how much money is in the wallet.
    pub async fn allows(&self, amount: u32) -> bool {
        let account = &self.account;
        let nth = self.asked.fetch_add(1, Ordering::Relaxed);
        let answer = self.answers.get(nth).copied().unwrap_or(Answer { yes: true, takes: SECOND });
        say!("{account}: may {amount} be paid?");
        fetch(format!("bank: {amount} for {account}"), answer.takes).await;
        say!("{account}: {} to {amount}", if answer.yes { "yes" } else { "no" });
        answer.yes
    }
}
