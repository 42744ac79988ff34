//! Futures that each own their one task through a guard, in a FuturesOrdered beside an error channel.

pub mod given;

use anyhow::{Context, anyhow};
use futures::StreamExt;
use futures::stream::FuturesOrdered;
use given::render;
use tokio::sync::mpsc;
use tokio::task::{AbortHandle, yield_now};

struct Owned(AbortHandle);

impl Drop for Owned {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let (failed, mut failures) = mpsc::unbounded_channel::<anyhow::Error>();
    let mut renders: FuturesOrdered<_> = ids
        .into_iter()
        .map(|id| {
            let failed = failed.clone();
            let task = tokio::spawn(async move {
                yield_now().await;
                render(id).await
            });
            let owned = Owned(task.abort_handle());
            async move {
                let _owned = owned;
                let error = match task.await {
                    Ok(Ok(thumbnail)) => return thumbnail,
                    Ok(Err(damaged)) => anyhow!(damaged).context(format!("photo {id}")),
                    Err(panicked) => anyhow!(panicked).context(format!("photo {id}")),
                };
                let _ = failed.send(error);
                std::future::pending().await
            }
        })
        .collect();
    let mut thumbnails = Vec::new();
    loop {
        tokio::select! {
            biased;
            error = failures.recv() => return Err(error.context("the channel is open")?),
            next = renders.next() => match next {
                Some(thumbnail) => thumbnails.push(thumbnail),
                None => return Ok(thumbnails),
            },
        }
    }
}
