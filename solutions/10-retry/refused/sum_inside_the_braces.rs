//! Adds inside the braces of a format string. | format-braces: "In a format string"

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
    for before in 0..max_attempts {
        match attempt().await {
            Err(Failure::Temporary(_)) if before + 1 < max_attempts => sleep(pause).await,
            result => return result.context(format!("gave up after {before + 1} attempts")),
        }
        pause *= 2;
    }
    anyhow::bail!("no attempt is allowed")
}
