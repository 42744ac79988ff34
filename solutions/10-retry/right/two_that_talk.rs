//! One future makes attempts whenever the other, who decides, asks for one.

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let (ask, mut asked) = mpsc::channel::<()>(1);
    let (answer, mut answers) = mpsc::channel(1);
    let makes = async move {
        while asked.recv().await.is_some() {
            if answer.send(attempt().await).await.is_err() {
                break;
            }
        }
    };
    let decides = async move {
        for number in 0..max_attempts {
            ask.send(()).await?;
            let Some(result) = answers.recv().await else { break };
            let more = number + 1 < max_attempts;
            match result {
                Err(Failure::Temporary(_)) if more => {
                    sleep(Duration::from_secs(2_u64.pow(number))).await;
                }
                result => return result.context(format!("attempt {} was the last", number + 1)),
            }
        }
        bail!("no attempt was allowed")
    };
    let ((), result) = tokio::join!(makes, decides);
    result
}
