//! Leaves the pause out when an attempt fails at once. | all_of_this_holds_for_whatever_attempts: "the promise is"

pub mod given;

use given::Failure;

use anyhow::{Error, bail};
use std::time::Duration;
use tokio::time::{Instant, sleep};

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
        let began = Instant::now();
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
                    return Err(
                        Error::new(failure).context(format!("gave up after {made} attempts"))
                    );
                }
            }
        }
        if began.elapsed().is_zero() && made > 1 {
            continue;
        }
        sleep(pause).await;
        pause = pause.saturating_mul(2);
    }
}
