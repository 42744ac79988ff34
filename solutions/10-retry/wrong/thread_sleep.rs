//! Lets the thread sleep, twenty seconds to begin with. | the_first_success_is_returned_and_ends_it: "The thread was blocked" | the_pauses_are_one_second_two_four_and_so_on: "The thread was blocked" | there_is_no_pause_after_the_last_attempt: "The thread was blocked" | every_attempt_is_a_call_of_its_own_made_when_it_is_due: "The thread was blocked" | an_attempt_gets_all_the_time_it_needs: "The thread was blocked" | as_many_attempts_are_made_as_are_allowed: "The thread was blocked" | a_permanent_failure_is_not_tried_again: "The thread was blocked" | the_last_failure_is_kept_as_a_cause: "The thread was blocked" | the_error_says_how_many_attempts_were_made: "The thread was blocked"

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::thread;
use std::time::Duration;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = Duration::from_secs(20);
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                thread::sleep(pause);
                pause *= 2;
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    bail!("no attempt was allowed")
}
