//! Doubles the pause, but never beyond half a minute. | all_of_this_holds_for_whatever_attempts: "the promise is"

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
    let mut pause = Duration::from_secs(1);
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(30));
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    bail!("no attempt was allowed")
}
