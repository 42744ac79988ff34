//! Counts in an i32, in which the largest limits are less than nothing. | all_of_this_holds_for_whatever_attempts: "retry(2147483648, …)"

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
    let max = max_attempts as i32;
    let mut made = 0i32;
    while made < max {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max => {
                sleep(Duration::from_secs(1 << (made - 1))).await;
            }
            Err(failure) => return Err(failure).context(format!("gave up at attempt {made}")),
        }
    }
    bail!("no attempt was allowed")
}
