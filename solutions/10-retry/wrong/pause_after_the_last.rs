//! Pauses after every failure, the last one too. | there_is_no_pause_after_the_last_attempt: "It paused after the last attempt"

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
    let mut last = None;
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure @ Failure::Permanent(_)) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
            Err(failure) => last = Some(failure),
        }
        sleep(pause).await;
        pause *= 2;
    }
    match last {
        Some(failure) => Err(failure).context(format!("gave up after {max_attempts} attempts")),
        None => bail!("no attempt was allowed"),
    }
}
