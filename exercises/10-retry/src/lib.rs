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
/// and each time twice as long as before (2 s, 4 s, 8 s, …; the twentieth is of six days, and beyond a
/// month nobody looks). There are pauses only between attempts, and none after the last. After a
/// permanent failure nothing is tried again.
///
/// When it gives up, the error says in digits how many attempts were made (where it is printed with
/// `{:#}`), and has the last `Failure` in it: as the value, not only its words, so that `downcast_ref`
/// finds it in the error or in one of its causes. When no
/// attempt is allowed at all, none is made, and that is an error too, which needs no number.
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
