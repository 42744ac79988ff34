//! Makes every failure that it gives up on a temporary one. | the_last_failure_is_kept_as_a_cause: "Its cause is Temporary"

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
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pause).await;
                pause *= 2;
            }
            Err(Failure::Temporary(reason) | Failure::Permanent(reason)) => {
                return Err(Failure::Temporary(reason))
                    .with_context(|| format!("gave up after {made} attempts"));
            }
        }
    }
    bail!("no attempt was allowed")
}
