//! A loop over select!, whose one arm pauses and whose other attempts, never both.

pub mod given;

use anyhow::{Context, bail};
use futures::future::{Fuse, FutureExt};
use given::Failure;
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep};

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    if max_attempts == 0 {
        bail!("no attempt was allowed");
    }
    let (mut made, mut pausing) = (0, true);
    let mut pause = Duration::from_secs(1);
    let mut over = pin!(sleep(Duration::ZERO));
    let mut under_way = pin!(Fuse::terminated());
    loop {
        tokio::select! {
            () = &mut over, if pausing => {
                (made, pausing) = (made + 1, false);
                under_way.set(attempt().fuse());
            }
            outcome = &mut under_way, if !pausing => match outcome {
                Ok(value) => return Ok(value),
                Err(Failure::Temporary(_)) if made < max_attempts => {
                    over.as_mut().reset(Instant::now() + pause);
                    (pause, pausing) = (2 * pause, true);
                }
                Err(failure) => return Err(failure).context(format!("attempts: {made}")),
            },
        }
    }
}
