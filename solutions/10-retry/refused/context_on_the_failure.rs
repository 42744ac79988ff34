//! Gives the failure itself a context. | context-on-error: "`context` belongs to a Result"

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
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => sleep(pause).await,
            Err(failure) => return Err(failure.context(format!("gave up after {made} attempts"))),
        }
        pause *= 2;
    }
    anyhow::bail!("no attempt is allowed")
}
