//! Names the variable in a plain string, as in an f-string. | the_error_says_how_many_attempts_were_made: "The braces stand there as you wrote them"

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
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(Duration::from_secs(1 << (made - 1))).await;
            }
            Err(failure) => return Err(failure).context("gave up after {made} attempts"),
        }
    }
    bail!("no attempt was allowed")
}
