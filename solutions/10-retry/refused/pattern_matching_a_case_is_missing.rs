//! Forgets one kind of failure. | not-all-cases: "A `match` has to name every"

pub mod given;

use given::Failure;
use lab::SECOND;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut pause = SECOND;
    for _ in 1..max_attempts {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) => {
                tokio::time::sleep(pause).await;
                pause *= 2;
            }
        }
    }
    attempt().await.map_err(anyhow::Error::new)
}
