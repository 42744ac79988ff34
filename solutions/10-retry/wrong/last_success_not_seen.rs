//! Takes it that whoever needs the last attempt has failed, and does not look. | the_first_success_is_returned_and_ends_it: "It panicked"

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = Duration::from_secs(1);
    for made in 1..=max_attempts {
        let outcome = attempt().await;
        let is_permanent = matches!(outcome, Err(Failure::Permanent(_)));
        if is_permanent || made == max_attempts {
            let failure = outcome.err().expect("the attempts are used up");
            return Err(failure).with_context(|| format!("gave up after {made} attempts"));
        }
        if let Ok(value) = outcome {
            return Ok(value);
        }
        sleep(pause).await;
        pause *= 2;
    }
    bail!("no attempt was allowed")
}
