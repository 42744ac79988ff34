//! Takes it that the last attempt will succeed. | there_is_no_pause_after_the_last_attempt: "It panicked" | every_attempt_is_a_call_of_its_own_made_when_it_is_due: "It panicked" | as_many_attempts_are_made_as_are_allowed: "It panicked" | the_last_failure_is_kept_as_a_cause: "It panicked" | the_error_says_how_many_attempts_were_made: "It panicked" | when_none_is_allowed_none_is_made_and_it_fails: "It panicked"

pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = Duration::from_secs(1);
    for _ in 1..max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) => sleep(pause).await,
            Err(failure) => return Err(failure.into()),
        }
        pause *= 2;
    }
    Ok(attempt().await.unwrap_or_else(|failure| panic!("{failure}")))
}
