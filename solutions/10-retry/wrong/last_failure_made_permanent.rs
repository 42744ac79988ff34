//! Makes a permanent failure of the last temporary one. | the_last_failure_is_kept_as_a_cause: "the promise is the last failure"

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
    loop {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
                    return Err(Error::new(Failure::Permanent(failure.to_string()))
                        .context(format!("gave up after {made} attempts")));
                }
            }
        }
        sleep(pause).await;
        pause = pause.saturating_mul(2);
    }
}
