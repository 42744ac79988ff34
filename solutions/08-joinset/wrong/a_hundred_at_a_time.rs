//! Never has more than a hundred under way. | all_of_this_holds_for_whatever_photos: "Only so many are under way"

pub mod given;

use anyhow::{Context, anyhow};
use futures::{FutureExt, StreamExt, TryStreamExt, stream};
use given::render;
use std::panic::AssertUnwindSafe;

async fn named(id: u32) -> anyhow::Result<String> {
    let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
    ended.map_err(|_| anyhow!("photo {id} panicked"))?.with_context(|| format!("photo {id}"))
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let places = ids.into_iter().enumerate();
    let renders = places.map(|(place, id)| async move { anyhow::Ok((place, named(id).await?)) });
    let mut thumbnails: Vec<_> = stream::iter(renders).buffer_unordered(100).try_collect().await?;
    thumbnails.sort_unstable();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
