//! Makes the futures for all attempts first and awaits one by one. | the_first_success_is_returned_and_ends_it: "asked for and not begun at that moment" | every_attempt_is_a_call_of_its_own_made_when_it_is_due: "asked for and not begun at that moment" | a_permanent_failure_is_not_tried_again: "asked for and not begun at that moment"

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let futures: Vec<_> = (0..max_attempts).map(|_| attempt()).collect();
    let mut pause = Duration::from_secs(1);
    for (made, future) in (1..).zip(futures) {
        match future.await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pause).await;
                pause *= 2;
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    bail!("no attempt was allowed")
}
