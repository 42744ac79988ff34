//! Makes ten attempts at most, however many are allowed. | all_of_this_holds_for_whatever_attempts: "retry(12, …)"

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let max = max_attempts.min(10);
    let mut pause = Duration::from_secs(1);
    for made in 1..=max {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max => {
                sleep(pause).await;
                pause *= 2;
            }
            Err(failure) => return Err(failure).context(format!("gave up at attempt {made}")),
        }
    }
    bail!("no attempt was allowed")
}
