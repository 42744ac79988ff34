//! The pauses come from an iterator; the last attempt has none.

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::iter::{once, successors};
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let Some(retries) = max_attempts.checked_sub(1) else { bail!("no attempt was allowed") };
    let pauses = successors(Some(Duration::from_secs(1)), |pause| pause.checked_mul(2));
    let pauses = pauses.take(retries as usize).map(Some).chain(once(None));
    let mut made = 0;
    for pause in pauses {
        made += 1;
        match (attempt().await, pause) {
            (Ok(value), _) => return Ok(value),
            (Err(Failure::Temporary(_)), Some(pause)) => sleep(pause).await,
            (Err(failure), _) => {
                return Err(failure).with_context(|| format!("attempts made: {made}"));
            }
        }
    }
    bail!("there are no pauses any more")
}
