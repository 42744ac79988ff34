//! The ledger of this story, and what is in it. Given: there is nothing to edit here.

use lab::{SECOND, say, span};
use std::error::Error;
use std::fmt;
use tokio::time::sleep;

/// Somebody who keeps money at the bank. It reads as a name: `{account}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    Ada,
    Bob,
    Cleo,
    Dora,
}

/// Why the ledger refuses to book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(());

/// The one book in which all accounts stand. There is no second copy: whoever writes needs it alone.
#[derive(Debug)]
pub struct Ledger {
    pages: [u64; 4],
}

impl Ledger {
    /// A new ledger: ada has 500, bob 200, cleo 50, and dora nothing.
    pub fn open() -> Ledger {
        Ledger { pages: [500, 200, 50, 0] }
    }

    /// What is in an account now.
    pub fn balance(&self, account: Account) -> u64 {
        self.pages[account as usize]
    }

    /// Writes a transfer into the ledger: off one page, and a second later onto the other. Dropped
    /// between the two, it leaves a gap in the books.
    ///
    /// Refused, after that second, when the account does not cover it.
    pub async fn book(&mut self, from: Account, to: Account, amount: u64) -> Result<(), Refusal> {
        span(format!("{from} to {to}: {amount}"), async {
            if self.balance(from) < amount {
                sleep(SECOND).await;
                say!("{from} to {to}: {amount} refused");
                return Err(Refusal(()));
            }
            self.pages[from as usize] -= amount;
            sleep(SECOND).await;
            self.pages[to as usize] += amount;
            say!("{from} to {to}: {amount} booked");
            Ok(())
        })
        .await
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Account::Ada => "ada",
            Account::Bob => "bob",
            Account::Cleo => "cleo",
            Account::Dora => "dora",
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not enough money")
    }
}

impl Error for Refusal {}
