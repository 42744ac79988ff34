//! After five calls in a row that gave up, makes one attempt only. | all_of_this_holds_for_whatever_attempts: "Tried 6 times, one after the other"
pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

thread_local! {
    static GIVEN_UP: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

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
    let max_attempts = if GIVEN_UP.get() >= 5 { 1 } else { max_attempts };
    let mut made = 0;
    let mut time = Duration::from_secs(1);
    loop {
        made += 1;
        let failure = match attempt().await {
            Ok(value) => {
                GIVEN_UP.set(0);
                return Ok(value);
            }
            Err(failure) => failure,
        };
        if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
            return Err({
                GIVEN_UP.set(GIVEN_UP.get() + 1);
                anyhow::Error::new(failure).context(format!("gave up after {made} attempts"))
            });
        }
        pause(time).await;
        time = time.saturating_mul(2);
    }
}
