//! Makes each pause a second longer than the one before. | the_pauses_are_one_second_two_four_and_so_on: "Its pauses were 1 s, 2 s, 3 s, 4 s;"

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
                pause += Duration::from_secs(1);
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    bail!("no attempt was allowed")
}
