//! Makes one future and awaits it again and again. | the_first_success_is_returned_and_ends_it: "It panicked" | the_pauses_are_one_second_two_four_and_so_on: "It panicked" | there_is_no_pause_after_the_last_attempt: "It panicked" | every_attempt_is_a_call_of_its_own_made_when_it_is_due: "It panicked" | an_attempt_gets_all_the_time_it_needs: "It panicked" | as_many_attempts_are_made_as_are_allowed: "It panicked" | a_permanent_failure_is_not_tried_again: "It panicked" | the_last_failure_is_kept_as_a_cause: "It panicked" | the_error_says_how_many_attempts_were_made: "It panicked" | when_none_is_allowed_none_is_made_and_it_fails: "1 attempt was made"

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
    let mut future = Box::pin(attempt());
    for made in 1..=max_attempts {
        match future.as_mut().await {
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
