//! Calls itself for the next attempt. | recursive-async: "A future that contains itself would"

pub mod given;

use given::Failure;
use lab::SECOND;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    again(max_attempts, 1, SECOND, &mut attempt).await
}

async fn again<T, F, Fut>(
    most: u32,
    n: u32,
    pause: std::time::Duration,
    attempt: &mut F,
) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    match attempt().await {
        Ok(value) => Ok(value),
        Err(Failure::Temporary(_)) if n < most => {
            tokio::time::sleep(pause).await;
            again(most, n + 1, pause * 2, attempt).await
        }
        Err(failure) => Err(anyhow::Error::new(failure).context(format!("{n} attempts"))),
    }
}
