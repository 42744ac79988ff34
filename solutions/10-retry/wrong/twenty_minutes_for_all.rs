//! Gives all attempts twenty minutes together. | an_attempt_gets_all_the_time_it_needs: "cancelled before it had ended"

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let all = async {
        let mut pause = Duration::from_secs(1);
        for made in 1..=max_attempts {
            match attempt().await {
                Ok(value) => return Ok(value),
                Err(Failure::Temporary(_)) if made < max_attempts => {
                    sleep(pause).await;
                    pause *= 2;
                }
                Err(failure) => {
                    return Err(failure).with_context(|| format!("gave up at attempt {made}"));
                }
            }
        }
        bail!("no attempt was allowed")
    };
    timeout(Duration::from_secs(1_200), all).await.context("no success within twenty minutes")?
}
