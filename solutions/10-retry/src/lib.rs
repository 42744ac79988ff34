//! # 10 · Retry: an answer

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

/// Makes up to `max_attempts` attempts and returns the result of the first that succeeds.
pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = Duration::from_secs(1);
    for made in 1..=max_attempts {
        // The call makes a future, the .await uses it up: there is no way to run it again, and so
        // the next time round begins with another call. This is why `attempt` has to be a closure.
        match attempt().await {
            Ok(value) => return Ok(value),
            // Only if there is an attempt left is there anything to pause for.
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pause).await;
                pause *= 2;
            }
            // The last failure or a permanent one. context puts a line on top and keeps the failure
            // itself underneath, so that a caller can still ask which it was (downcast_ref).
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    // The loop leaves by itself only when it never ran.
    bail!("no attempt was allowed")
}
