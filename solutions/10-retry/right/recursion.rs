//! Each failure calls for the rest of the attempts, with a longer pause.

pub mod given;

use anyhow::{Context, bail};
use futures::future::{FutureExt, LocalBoxFuture};
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
    rest(1, max_attempts, Duration::from_secs(1), &mut attempt).await
}

fn rest<'a, T, F, Fut>(
    number: u32,
    last: u32,
    pause: Duration,
    attempt: &'a mut F,
) -> LocalBoxFuture<'a, anyhow::Result<T>>
where
    T: 'a,
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>> + 'a,
{
    async move {
        match attempt().await {
            Err(Failure::Temporary(_)) if number < last => {
                sleep(pause).await;
                rest(number + 1, last, pause * 2, attempt).await
            }
            result => result.with_context(|| format!("failed at attempt {number} of {last}")),
        }
    }
    .boxed_local()
}
