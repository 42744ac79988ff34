//! Knows the first three pauses and no others. | the_pauses_are_one_second_two_four_and_so_on: "It panicked" | as_many_attempts_are_made_as_are_allowed: "It panicked" | the_error_says_how_many_attempts_were_made: "It panicked"

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
    let pauses = [1, 2, 4].map(Duration::from_secs);
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pauses[made as usize - 1]).await;
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    bail!("no attempt was allowed")
}
