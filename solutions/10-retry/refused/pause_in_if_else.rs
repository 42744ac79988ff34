//! `if` and `else` give two different async blocks. | different-futures: "Each `async` block and each `async"
pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut seconds = 1;
    for made in 1..=max_attempts {
        let failure = match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
            return Err(anyhow::Error::new(failure).context(format!("{made} attempts")));
        }
        let pause = if made == 1 {
            async { sleep(Duration::from_secs(1)).await }
        } else {
            async { sleep(Duration::from_secs(seconds)).await }
        };
        pause.await;
        seconds *= 2;
    }
    anyhow::bail!("no attempt was allowed")
}
