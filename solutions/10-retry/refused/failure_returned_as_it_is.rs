//! Returns a Failure where an anyhow::Error is promised. | other-error: "anyhow's error is expected"

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
        match attempt().await {
            Ok(v) => return Ok(v),
            Err(e) => return Err(e),
        }
    }
    anyhow::bail!("no")
}
