//! Looks the place up by the number, and finds the first of two. | none_one_or_the_same_photo_twice_is_no_special_case: "Each place needs its own thumbnail"

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use given::render;
use std::panic::AssertUnwindSafe;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for id in ids.clone() {
        renders.spawn(AssertUnwindSafe(render(id)).catch_unwind().map(move |ended| (id, ended)));
    }
    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(ended) = renders.join_next().await {
        let (id, ended) = ended?;
        let rendered = ended.map_err(|_| anyhow!("photo {id}: it panicked"))?;
        let place = ids.iter().position(|other| *other == id).context("never asked for")?;
        thumbnails[place] = rendered.with_context(|| format!("photo {id}"))?;
    }
    Ok(thumbnails)
}
