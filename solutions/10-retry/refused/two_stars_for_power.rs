//! Doubles the pause by `**`. | power: "There is no `**`"

pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::sleep;
pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    for made in 1..=max_attempts {
        if let Ok(v) = attempt().await {
            return Ok(v);
        }
        sleep(Duration::from_secs(2 * *made)).await;
    }
    anyhow::bail!("none")
}
