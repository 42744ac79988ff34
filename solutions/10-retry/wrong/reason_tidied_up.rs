//! Tidies up the words of the failure, which is another failure then. | all_of_this_holds_for_whatever_attempts: "the promise is the last failure"

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
                    let failure = match failure {
                        Failure::Temporary(reason) => {
                            Failure::Temporary(reason.trim().trim_end_matches('.').to_owned())
                        }
                        Failure::Permanent(reason) => {
                            Failure::Permanent(reason.trim().trim_end_matches('.').to_owned())
                        }
                    };
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
