//! Futures instead of tasks need no owner; only their panics have to be caught.

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use futures::future::try_join_all;
use given::render;
use std::panic::AssertUnwindSafe;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let renders = ids.into_iter().map(async |id| {
        let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
        let rendered = ended.map_err(|_| anyhow!("photo {id}: the renderer panicked"))?;
        rendered.with_context(|| format!("photo {id}"))
    });
    try_join_all(renders).await
}
