//! A pause is a wait for nothing, cut off in time; results are looked at by combinators.

pub mod given;

use anyhow::{Context, anyhow};
use given::Failure;
use std::future::pending;
use std::time::Duration;
use tokio::time::timeout;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut result = Err(anyhow!("no attempt was allowed"));
    for number in 1..=max_attempts {
        if number > 1 {
            let pause = Duration::from_secs(1 << (number - 2));
            let _ = timeout(pause, pending::<()>()).await;
        }
        let outcome = attempt().await;
        let over = !matches!(outcome, Err(Failure::Temporary(_)));
        result = outcome.with_context(|| format!("tries so far: {number}"));
        if over {
            break;
        }
    }
    result
}
