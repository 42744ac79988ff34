//! # 14 · Actor
//!
//! When many want to change one thing, let one task own it, and send that task requests. What comes
//! back, and to whom? The README tells the story; the promises that your answer must keep are in
//! `tests/actor.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 14    are the promises kept?
//! cargo xtask hint 14     one step at a time
//! cargo xtask run 14      watch it on the real clock
//! ```

pub mod given;

use given::Account;

/// A handle to a bank, for its clients. Clones are handles to the same bank.
///
/// Behind it a task owns the one [`Ledger`](given::Ledger) and books one transfer after the other, in
/// the order in which they were asked for, without a pause while requests wait. (Of those asked for
/// at the same moment, any may be first.) It goes on as long as there is a handle. When the last one
/// is dropped, a booking that has begun is completed, and then the task ends.
///
/// A client may have left before the booking begins. Then it is up to you whether the transfer is
/// booked.
#[derive(Clone)]
pub struct Bank {
    // TODO: what does a client have to hold in order to reach the task?
}

impl Bank {
    /// Opens a bank of its own, with a new ledger. Called within a runtime.
    pub fn start() -> Bank {
        // TODO: the ledger goes to a task, and the way to that task to the caller.
        todo!("start a task that owns a ledger, and return a handle to it")
    }

    /// Has `amount` booked, once, and returns the balance of `from` that this very booking left, as
    /// soon as it is booked.
    ///
    /// Only the ledger refuses, whatever the amount and the accounts. Then this is an error, and the
    /// bank goes on. Printed in full with `{:#}` the error names both accounts, in capitals or not,
    /// and gives the ledger's reason.
    ///
    /// A client may stop waiting at any time, by dropping this future. A booking that has begun is
    /// completed all the same, and the other clients notice nothing.
    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        // TODO: a request that brings along the way back for its own reply.
        todo!("ask the task to book {amount} from {from} to {to}, and wait for its reply")
    }
}
