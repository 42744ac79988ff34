//! Makes one future, and awaits it again and again. | future-used-twice: "Awaiting a future uses it up"

pub mod given;

use given::Failure;
use lab::SECOND;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let call = attempt();
    for n in 0..max_attempts {
        match call.await {
            Ok(value) => return Ok(value),
            Err(Failure::Temporary(_)) => tokio::time::sleep(SECOND * 2u32.pow(n)).await,
            Err(failure) => return Err(failure.into()),
        }
    }
    anyhow::bail!("{max_attempts} attempts failed")
}
