//! Says of a panicked photo only that something was wrong. | a_panic_becomes_an_error_that_names_its_photo: "that it says what was wrong"

pub mod given;

use anyhow::{Context, anyhow};
use futures::stream::FuturesUnordered;
use futures::{FutureExt, TryStreamExt};
use given::render;
use std::panic::AssertUnwindSafe;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let renders = ids.into_iter().enumerate().map(async |(place, id)| {
        let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
        let rendered = ended.map_err(|_| anyhow!("photo {id}: something went wrong"))?;
        anyhow::Ok((place, rendered.with_context(|| format!("photo {id}"))?))
    });
    let mut thumbnails: Vec<_> = renders.collect::<FuturesUnordered<_>>().try_collect().await?;
    thumbnails.sort();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
