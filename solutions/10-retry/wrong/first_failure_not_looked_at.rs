//! Makes the first attempt outside of the loop, and looks at the kind of a failure only inside. | a_permanent_failure_is_not_tried_again: "A permanent failure was followed by another attempt"

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
    if max_attempts == 0 {
        bail!("no attempt was allowed");
    }
    let mut made = 1;
    let mut outcome = attempt().await;
    let mut pause = Duration::from_secs(1);
    while outcome.is_err() && made < max_attempts {
        sleep(pause).await;
        pause *= 2;
        made += 1;
        outcome = attempt().await;
        if let Err(Failure::Permanent(_)) = outcome {
            break;
        }
    }
    outcome.with_context(|| format!("gave up after {made} attempts"))
}
