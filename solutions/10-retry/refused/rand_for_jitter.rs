//! The pause is varied with the crate rand, which this course does not have. | missing-crate: "There is no such crate here"
pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = 1000;
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) if made < max_attempts => {
                let jitter = rand::random::<u64>() % 100;
                sleep(Duration::from_millis(pause + jitter)).await;
                pause *= 2;
            }
            Err(failure) => {
                return Err(anyhow::Error::new(failure).context(format!("{made} attempts")));
            }
        }
    }
    anyhow::bail!("no attempt was allowed")
}
