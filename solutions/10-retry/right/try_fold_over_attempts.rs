//! A fold over the numbers of the attempts, which a result breaks off.

pub mod given;

use anyhow::{Context, anyhow};
use futures::stream::{self, StreamExt, TryStreamExt};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let numbers = stream::iter(1..=max_attempts).map(Ok);
    let pause = Duration::from_secs(1);
    let over = numbers.try_fold(pause, |pause, number| {
        let result = attempt();
        async move {
            match result.await {
                Err(Failure::Temporary(_)) if number < max_attempts => {
                    sleep(pause).await;
                    Ok(pause * 2)
                }
                result => Err(result.with_context(|| format!("{number} attempts were in vain"))),
            }
        }
    });
    match over.await {
        Ok(_) => Err(anyhow!("no attempt was allowed")),
        Err(result) => result,
    }
}
