//! Counts attempts as in JavaScript. | c-style-for: "goes over a list or a range"

pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::sleep;
pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    for (let i = 0; i < max_attempts; i++) {
        if let Ok(v) = attempt().await { return Ok(v); }
        sleep(Duration::from_secs(1)).await;
    }
    anyhow::bail!("none")
}
