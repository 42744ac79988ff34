//! A JoinSet for every photo, with one task in it: each knows its number, and all are looked at together.

pub mod given;

use anyhow::Context;
use futures::TryStreamExt;
use futures::stream::FuturesUnordered;
use given::render;
use tokio::task::JoinSet;

async fn owned(id: u32) -> anyhow::Result<String> {
    let mut render_of_one = JoinSet::new();
    render_of_one.spawn(render(id));
    let ended = render_of_one.join_next().await.expect("one task was spawned");
    match ended {
        Ok(rendered) => rendered.with_context(|| format!("rendering photo {id}")),
        Err(panicked) => Err(panicked).with_context(|| format!("rendering photo {id}")),
    }
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut thumbnails = vec![String::new(); ids.len()];
    let mut under_way: FuturesUnordered<_> = ids
        .into_iter()
        .enumerate()
        .map(async |(place, id)| anyhow::Ok((place, owned(id).await?)))
        .collect();
    while let Some((place, thumbnail)) = under_way.try_next().await? {
        thumbnails[place] = thumbnail;
    }
    Ok(thumbnails)
}
