//! Makes one attempt and then as many retries as there may be attempts. | as_many_attempts_are_made_as_are_allowed: "Count all attempts"

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
    if max_attempts == 0 {
        bail!("no attempt was allowed");
    }
    let mut pause = Duration::from_secs(1);
    let mut made = 0;
    loop {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made <= max_attempts => {
                sleep(pause).await;
                pause *= 2;
            }
            Err(failure) => {
                return Err(failure)
                    .with_context(|| format!("attempt {made} failed, {max_attempts} are allowed"));
            }
        }
    }
}
