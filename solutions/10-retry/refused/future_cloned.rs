//! Clones the future of an attempt. | future-cloned: "A future can't be cloned"

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
    let f = attempt();
    let v = f.clone().await?;
    Ok(v)
}
