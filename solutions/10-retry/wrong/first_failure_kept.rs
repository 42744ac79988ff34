//! Reports the first failure, as the one that began it all. | the_last_failure_is_kept_as_a_cause: "Its cause is"

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
    let mut first = None;
    for made in 1..=max_attempts {
        let failure = match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        let more = made < max_attempts && matches!(failure, Failure::Temporary(_));
        let first = first.get_or_insert(failure);
        if !more {
            return Err(first.clone()).with_context(|| format!("gave up at attempt {made}"));
        }
        sleep(pause).await;
        pause *= 2;
    }
    bail!("no attempt was allowed")
}
