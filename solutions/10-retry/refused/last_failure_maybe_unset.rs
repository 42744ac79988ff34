//! Keeps the last failure in a variable that may have none. | maybe-unset: "nothing was put into the variable"

pub mod given;

use anyhow::Context;
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut last: Failure;
    let mut made = 0;
    let mut pause = Duration::from_secs(1);
    while made < max_attempts {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => last = failure,
        }
        if matches!(last, Failure::Permanent(_)) || made == max_attempts {
            break;
        }
        sleep(pause).await;
        pause *= 2;
    }
    Err(last).context(format!("gave up after {made} attempts"))
}
