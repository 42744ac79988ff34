//! Awaits the closure instead of a call of it. | closure-for-future: "a function or a closure"

pub mod given;

use given::Failure;

pub async fn retry<T, F, Fut>(max_attempts: u32, attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    for _ in 0..max_attempts {
        if let Ok(value) = attempt.await {
            return Ok(value);
        }
    }
    anyhow::bail!("{max_attempts} attempts failed")
}
