//! ? within a block for each attempt, and errors sorted afterwards by downcast.

pub mod given;

use anyhow::{Context, ensure};
use given::Failure;
use std::time::Duration;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    ensure!(max_attempts > 0, "no attempt was allowed");
    let mut seconds = 1;
    let mut made = 0;
    loop {
        made += 1;
        let once: anyhow::Result<T> = async { Ok(attempt().await?) }.await;
        let error = match once {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        let temporary = matches!(error.downcast_ref(), Some(Failure::Temporary(_)));
        if made == max_attempts || !temporary {
            return Err(error).context(format!("[{made}/{max_attempts}]"));
        }
        sleep(Duration::from_secs(seconds)).await;
        seconds *= 2;
    }
}
