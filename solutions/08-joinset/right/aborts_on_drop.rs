//! An owner written by hand: a handle that aborts its task when it is dropped.

pub mod given;

use anyhow::Context;
use futures::stream::{FuturesUnordered, StreamExt};
use given::{Damaged, render};
use tokio::task::JoinHandle;

struct Owned(JoinHandle<Result<String, Damaged>>);

impl Drop for Owned {
    fn drop(&mut self) {
        // Of no effect on a task that has ended.
        self.0.abort();
    }
}

async fn one(place: usize, id: u32, mut task: Owned) -> anyhow::Result<(usize, String)> {
    let ended = (&mut task.0).await.map_err(anyhow::Error::from);
    let rendered = ended.and_then(|rendered| rendered.map_err(anyhow::Error::from));
    Ok((place, rendered.with_context(|| format!("rendering photo {id}"))?))
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders: FuturesUnordered<_> = ids
        .iter()
        .enumerate()
        .map(|(place, id)| one(place, *id, Owned(tokio::spawn(render(*id)))))
        .collect();
    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(ended) = renders.next().await {
        let (place, thumbnail) = ended?;
        thumbnails[place] = thumbnail;
    }
    Ok(thumbnails)
}
