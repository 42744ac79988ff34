//! Works out in advance how long every pause would be, also those of which there will be none. | the_first_success_is_returned_and_ends_it: "It panicked"

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
    let pauses: Vec<u64> = (0..max_attempts).map(|n| 2_u64.pow(n)).collect();
    for (made, pause) in (1..).zip(pauses) {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(Duration::from_secs(pause)).await;
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up after {made} attempts"));
            }
        }
    }
    bail!("no attempt was allowed")
}
