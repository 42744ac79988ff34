//! Subtracts one from the number allowed, which cannot be done with none. | when_none_is_allowed_none_is_made_and_it_fails: "It panicked"

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
    for retry in 0..max_attempts - 1 {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) => sleep(Duration::from_secs(1 << retry)).await,
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {}", retry + 1));
            }
        }
    }
    attempt().await.with_context(|| format!("gave up at attempt {max_attempts}"))
}
