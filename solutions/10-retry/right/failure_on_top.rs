//! A list with one future at a time, pauses in tasks, and the failure as the context.

pub mod given;

use anyhow::anyhow;
use futures::stream::{FuturesUnordered, StreamExt};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut made = 0;
    let mut pause = Duration::from_secs(1);
    let mut under_way = FuturesUnordered::new();
    if max_attempts > 0 {
        under_way.push(attempt());
    }
    while let Some(result) = under_way.next().await {
        made += 1;
        match result {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                tokio::spawn(sleep(pause)).await?;
                pause += pause;
                under_way.push(attempt());
            }
            Err(failure) => return Err(anyhow!("attempts: {made}").context(failure)),
        }
    }
    Err(anyhow!("attempts: 0"))
}
