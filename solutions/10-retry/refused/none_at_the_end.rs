//! Returns None in the end, as a function in Python does. | none-for-value: "There is no null"

pub mod given;

use given::Failure;
use std::time::Duration;
use tokio::time::sleep;
pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = 1;
    for made in 1..=max_attempts {
        match attempt().await {
            Ok(v) => return Ok(v),
            Err(Failure::Temporary(_)) => {
                sleep(Duration::from_secs(pause)).await;
                pause *= 2;
            }
            Err(e) => return Err(e.into()),
        }
    }
    None
}
