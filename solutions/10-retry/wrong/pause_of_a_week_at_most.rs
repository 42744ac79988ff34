//! No pause is longer than a week. | all_of_this_holds_for_whatever_attempts: "attempt 22 began"
pub mod given;

use anyhow::{Error, bail};
use given::Failure;
use std::time::Duration;

const WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = Duration::from_secs(1);
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(WEEK);
            }
            Err(failure) => {
                return Err(Error::new(failure).context(format!("gave up after {made} attempts")));
            }
        }
    }
    bail!("no attempt is allowed")
}
