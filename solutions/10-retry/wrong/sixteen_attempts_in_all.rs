//! Of all calls, sixteen attempts at most are under way. | all_of_this_holds_for_whatever_attempts: "other calls are half done"
pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

static RADIOS: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(16);

async fn pause(time: Duration) {
    match Instant::now().checked_add(time) {
        Some(end) => sleep_until(end).await,
        None => std::future::pending().await,
    }
}

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    if max_attempts == 0 {
        anyhow::bail!("no attempt is allowed");
    }
    let mut made = 0;
    let mut time = Duration::from_secs(1);
    loop {
        let _turn = RADIOS.acquire().await?;
        made += 1;
        let failure = match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        drop(_turn);
        if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
            return Err(
                anyhow::Error::new(failure).context(format!("gave up after {made} attempts"))
            );
        }
        pause(time).await;
        time = time.saturating_mul(2);
    }
}
