//! A static lock for the whole function: one call has to wait for the other. | all_of_this_holds_for_whatever_attempts: "Each of them is right when it is alone."

pub mod given;

use given::Failure;

use anyhow::{Error, bail};
use std::time::Duration;
use tokio::time::sleep;

static AIR: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

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
        let turn = AIR.lock().await;
        let outcome = attempt().await;
        drop(turn);
        match outcome {
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
