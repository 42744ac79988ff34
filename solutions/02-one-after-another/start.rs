//! # 02 · One after another
//!
//! Some steps need the result of another and have to wait for it; others do not and should not.
//! The README tells the story; the promises that your answer must keep are in
//! `tests/one_after_another.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 02    are the promises kept?
//! cargo xtask hint 02     one step at a time
//! cargo xtask run 02      watch it on the real clock
//! ```

pub mod given;

use given::Receipt;

/// Buys what is in `user`'s basket and returns the shop's receipt.
///
/// Four calls, each made once: `log_in`; with its session `fetch_basket` and `fetch_address`, both
/// begun as soon as there is a session; and `pay`, begun as soon as basket and address are there,
/// however long that takes. For most customers all of it takes four seconds.
///
/// When a call fails, so does the checkout. After a failed log in no further call is made, and
/// without basket or address nobody pays. The error, printed in full with `{:#}`, says what the
/// shop said and which step it was: `log in`, `basket`, `address` or `pay`, and no other of these.
/// Upper or lower case doesn't matter, and the user's name may be in it. When basket and address both
/// fail, it tells of one of them. You may give up at the first failure, or wait for the other call.
///
/// Either way, nothing that was begun is still under way when this returns. Checkouts share
/// nothing: each logs in for itself, and none waits for another.
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    // TODO: for each step, ask what it needs: wait for that, and for nothing else.
    todo!("log {user} in, fetch basket and address, pay, and return the receipt")
}
