//! Goes on doubling where the last call of retry left off. | all_of_this_holds_for_whatever_attempts: "began at"

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::time::sleep;

static PAUSE: AtomicU64 = AtomicU64::new(1);

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                let seconds = PAUSE.load(Ordering::Relaxed);
                PAUSE.store(2 * seconds, Ordering::Relaxed);
                sleep(Duration::from_secs(seconds)).await;
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up after {made} attempts"));
            }
        }
    }
    bail!("no attempt was allowed")
}
