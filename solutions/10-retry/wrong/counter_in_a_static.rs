//! Counts the attempts in a static, for all calls together. | all_of_this_holds_for_whatever_attempts: "Each of them is right when it is alone."

pub mod given;

use given::Failure;

use anyhow::{Error, bail};
use std::time::Duration;
use tokio::time::sleep;

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
static MADE: AtomicU32 = AtomicU32::new(0);

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    if max_attempts == 0 {
        bail!("gave up after 0 attempts");
    }
    let mut pause = Duration::from_secs(1);
    MADE.store(0, Relaxed);
    loop {
        let made = MADE.fetch_add(1, Relaxed) + 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                if made >= max_attempts || matches!(failure, Failure::Permanent(_)) {
                    return Err(
                        Error::new(failure).context(format!("gave up after {made} attempts"))
                    );
                }
            }
        }
        sleep(pause).await;
        pause = pause.saturating_mul(2);
    }
}
