//! Writes small numbers out in words. | the_error_says_how_many_attempts_were_made: "the promise is that it says 2 attempts."

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
    loop {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
                    return Err(Error::new(failure).context(match made {
                        1 => "gave up after one attempt".to_owned(),
                        2 => "gave up after two attempts".to_owned(),
                        n => format!("gave up after {n} attempts"),
                    }));
                }
            }
        }
        sleep(pause).await;
        pause = pause.saturating_mul(2);
    }
}
