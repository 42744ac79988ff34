//! Leaves it to a watcher to abort, which looks only every half second whether anybody still waits. | when_it_is_dropped_midway_every_render_ends_with_it: "abort them in its Drop"

pub mod given;

use anyhow::{Context, anyhow};
use futures::stream::FuturesUnordered;
use futures::{FutureExt, TryStreamExt};
use given::render;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::interval;

async fn named((place, id): (usize, u32)) -> anyhow::Result<(usize, String)> {
    let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
    let rendered = ended.map_err(|_| anyhow!("photo {id} panicked"))?;
    Ok((place, rendered.with_context(|| format!("photo {id}"))?))
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let (done, result) = oneshot::channel();
    tokio::spawn(async move {
        let renders: FuturesUnordered<_> = ids.into_iter().enumerate().map(named).collect();
        let mut all = std::pin::pin!(renders.try_collect::<Vec<_>>());
        let mut now_and_then = interval(Duration::from_millis(500));
        loop {
            tokio::select! {
                ended = &mut all => break drop(done.send(ended)),
                _ = now_and_then.tick() => if done.is_closed() { break },
            }
        }
    });
    let mut thumbnails = result.await.context("nobody is at work any more")??;
    thumbnails.sort();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
