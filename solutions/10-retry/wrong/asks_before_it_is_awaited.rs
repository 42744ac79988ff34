//! Asks for the first attempt when retry is called, and not when its future is awaited. | all_of_this_holds_for_whatever_attempts: "attempt 1: asked for"

pub mod given;

use given::Failure;

use anyhow::{Error, bail};
use std::time::Duration;
use tokio::time::sleep;

pub fn retry<T, F, Fut>(
    max_attempts: u32,
    mut attempt: F,
) -> impl Future<Output = anyhow::Result<T>>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut first = (max_attempts > 0).then(&mut attempt);
    async move {
        if max_attempts == 0 {
            bail!("gave up after 0 attempts");
        }
        let mut pause = Duration::from_secs(1);
        let mut made = 0;
        loop {
            made += 1;
            match first.take().unwrap_or_else(&mut attempt).await {
                Ok(value) => return Ok(value),
                Err(failure) => {
                    if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
                        return Err(
                            Error::new(failure).context(format!("gave up after {made} attempts"))
                        );
                    }
                }
            }
            sleep(pause).await;
            pause = pause.saturating_mul(2);
        }
    }
}
