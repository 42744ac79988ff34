//! Pauses first and looks only then whether the failure was permanent. | there_is_no_pause_after_the_last_attempt: "It paused after the last attempt"

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
    for made in 1..=max_attempts {
        let failure = match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        if made < max_attempts {
            sleep(pause).await;
            pause *= 2;
        }
        if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
            return Err(failure).with_context(|| format!("gave up at attempt {made}"));
        }
    }
    bail!("no attempt was allowed")
}
