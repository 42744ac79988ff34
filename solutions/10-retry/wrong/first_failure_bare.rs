//! Makes the first attempt outside of the loop, where nothing is counted. | all_of_this_holds_for_whatever_attempts: "the promise is that it says 1 attempts."

pub mod given;

use anyhow::{Context, ensure};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    ensure!(max_attempts > 0, "no attempt was allowed");
    let mut failure = match attempt().await {
        Ok(value) => return Ok(value),
        Err(failure) => failure,
    };
    if max_attempts == 1 || matches!(failure, Failure::Permanent(_)) {
        return Err(failure.into());
    }
    let mut pause = Duration::from_secs(1);
    for made in 2..=max_attempts {
        sleep(pause).await;
        pause *= 2;
        failure = match attempt().await {
            Ok(value) => return Ok(value),
            Err(it @ Failure::Permanent(_)) => {
                return Err(it).context(format!("gave up at attempt {made}"));
            }
            Err(it) => it,
        };
    }
    Err(failure).context(format!("gave up at attempt {max_attempts}"))
}
