//! Each task catches its own panic, so that it can say itself which photo it was about.

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use given::render;
use std::panic::AssertUnwindSafe;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        renders.spawn(async move {
            let rendered = match AssertUnwindSafe(render(id)).catch_unwind().await {
                Ok(rendered) => rendered.map_err(anyhow::Error::from),
                Err(_) => Err(anyhow!("the renderer panicked")),
            };
            let thumbnail = rendered.with_context(|| format!("rendering photo {id}"))?;
            anyhow::Ok((place, thumbnail))
        });
    }
    let mut thumbnails = Vec::new();
    while let Some(ended) = renders.join_next().await {
        thumbnails.push(ended??);
    }
    thumbnails.sort_unstable();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
