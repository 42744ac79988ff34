//! # 10 · Retry
//!
//! What failed a second ago may well succeed now. But a future runs only once, so whoever wants to
//! try again needs something that makes futures. The README tells the story; the promises that your
//! answer must keep are in `tests/retry.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 10    are the promises kept?
//! cargo xtask hint 10     one step at a time
//! cargo xtask run 10      watch it on the real clock
//! ```

pub mod given;

use given::Failure;

/// Makes up to `max_attempts` attempts, one after another, and returns the result of the first that
/// succeeds.
///
/// Every attempt is a call of `attempt`, made when it is due and not before, and gets all the time
/// that it needs. After a temporary failure there is a pause before the next attempt: one second,
/// and each time twice as long as before: 2 s, 4 s, 8 s, … (The twentieth pause is six days. The tests
/// look at the first 30 days only.) There are pauses only between attempts, and none after the last.
/// After a permanent failure nothing is tried again.
///
/// When it gives up, the error, printed with `{:#}`, says in digits how many attempts were made. It
/// keeps the last `Failure` as a value, not only its words: `downcast_ref` finds it in the error or in
/// one of its causes. If `max_attempts` is 0, make no attempt and return an error; that one needs no
/// number.
pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    // TODO: this is one attempt. When is there to be another, and what can it be made of?
    match attempt().await {
        Ok(value) => Ok(value),
        Err(failure) => todo!("what to do about \"{failure}\", with {max_attempts} allowed in all"),
    }
}
