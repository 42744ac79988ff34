//! A stream of results with their pauses in between; the last of them counts.

pub mod given;

use anyhow::{Context, anyhow};
use futures::stream::{self, StreamExt};
use given::Failure;
use std::pin::pin;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let attempt = &mut attempt;
    let results = stream::unfold((attempt, 0), |(attempt, made)| async move {
        if made > 0 {
            sleep(Duration::from_secs(1 << (made - 1))).await;
        }
        let result = attempt().await;
        Some(((made + 1, result), (attempt, made + 1)))
    });
    let mut results = pin!(results.take(max_attempts as usize));
    let mut latest = None;
    while let Some((made, result)) = results.next().await {
        match result {
            Ok(value) => return Ok(value),
            Err(failure) => {
                let permanent = matches!(failure, Failure::Permanent(_));
                latest = Some((made, failure));
                if permanent {
                    break;
                }
            }
        }
    }
    let (made, failure) = latest.ok_or_else(|| anyhow!("no attempt was allowed"))?;
    Err(failure).context(format!("gave up after {made} of {max_attempts} attempts"))
}
