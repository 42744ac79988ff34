//! Unwraps the JoinError. | a_panic_becomes_an_error_that_names_its_photo: "task that was awaited here had panicked" | a_panic_ends_it_at_once_like_any_error: "It panicked at"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        renders.spawn(async move {
            let thumbnail = render(id).await.with_context(|| format!("photo {id}"))?;
            anyhow::Ok((place, thumbnail))
        });
    }
    let mut thumbnails = Vec::new();
    while let Some(ended) = renders.join_next().await {
        thumbnails.push(ended.unwrap()?);
    }
    thumbnails.sort();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
