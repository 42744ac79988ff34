//! Loose tasks that end by themselves when nobody listens to them any more.

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use given::render;
use std::panic::AssertUnwindSafe;
use tokio::sync::mpsc;

async fn named(id: u32) -> anyhow::Result<String> {
    let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
    let rendered = ended.map_err(|_| anyhow!("a panic at photo {id}"))?;
    rendered.with_context(|| format!("photo {id}"))
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut thumbnails = vec![String::new(); ids.len()];
    let (sender, mut receiver) = mpsc::channel(1);
    for (place, id) in ids.into_iter().enumerate() {
        let sender = sender.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = sender.closed() => {}
                rendered = named(id) => {
                    let _ = sender.send((place, rendered)).await;
                }
            }
        });
    }
    drop(sender);
    while let Some((place, rendered)) = receiver.recv().await {
        thumbnails[place] = rendered?;
    }
    Ok(thumbnails)
}
