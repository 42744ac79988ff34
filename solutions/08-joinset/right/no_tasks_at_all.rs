//! Futures instead of tasks need no owner; only their panics have to be caught.

pub mod given;

use anyhow::{Context, anyhow};
use futures::stream::FuturesUnordered;
use futures::{FutureExt, TryStreamExt};
use given::render;
use std::panic::AssertUnwindSafe;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let renders = ids.into_iter().enumerate().map(async |(place, id)| {
        let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
        let rendered = ended.map_err(|_| anyhow!("photo {id}: the renderer panicked"))?;
        anyhow::Ok((place, rendered.with_context(|| format!("photo {id}"))?))
    });
    // Not try_join_all: of more than thirty futures it would see an error only when its turn has come.
    let mut thumbnails: Vec<_> = renders.collect::<FuturesUnordered<_>>().try_collect().await?;
    thumbnails.sort_by_key(|(place, _)| *place);
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
