//! Begins with one second again when another thing goes wrong. | the_pauses_are_one_second_two_four_and_so_on: "Its pauses were 1 s, 1 s"

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
    let mut before = None;
    loop {
        made += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                if made == max_attempts || matches!(failure, Failure::Permanent(_)) {
                    return Err(
                        Error::new(failure).context(format!("gave up after {made} attempts"))
                    );
                }
                if before.as_ref().is_some_and(|b| *b != failure) {
                    pause = Duration::from_secs(1);
                }
                before = Some(failure);
            }
        }
        sleep(pause).await;
        pause = pause.saturating_mul(2);
    }
}
