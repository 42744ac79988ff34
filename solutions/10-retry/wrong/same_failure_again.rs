//! Gives up when the same failure comes three times in a row. | as_many_attempts_are_made_as_are_allowed: "with attempts left" | the_error_says_how_many_attempts_were_made: "with attempts left"

pub mod given;

use given::Failure;

use anyhow::{Error, bail};
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    if max_attempts == 0 {
        bail!("gave up after 0 attempts");
    }
    let mut pause = Duration::from_secs(1);
    let mut made = 0;
    let mut before: Vec<Failure> = Vec::new();
    loop {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                if made == max_attempts
                    || matches!(failure, Failure::Permanent(_))
                    || before.iter().rev().take(3).filter(|b| **b == failure).count() == 3
                {
                    return Err(
                        Error::new(failure).context(format!("gave up after {made} attempts"))
                    );
                }
                before.push(failure);
            }
        }
        sleep(pause).await;
        pause = pause.saturating_mul(2);
    }
}
