//! Asks a field of an enum. | unknown-member: "10-retry/src/given.rs:"

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
    for i in 0..max_attempts {
        if let Err(failure) = attempt().await {
            if failure.permanent {}
        }
    }
    anyhow::bail!("no")
}
