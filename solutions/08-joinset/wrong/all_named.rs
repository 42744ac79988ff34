//! Names all the photos in whatever goes wrong. | an_error_names_its_photo_and_what_was_wrong: "it names 1005 too" | a_panic_becomes_an_error_that_names_its_photo: "it names 1005 too"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let what = format!("rendering photos {ids:?}");
    render_all(ids).await.context(what)
}

async fn render_all(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        renders.spawn(async move { anyhow::Ok((place, render(id).await?)) });
    }
    let mut thumbnails = Vec::new();
    while let Some(ended) = renders.join_next().await {
        thumbnails.push(ended??);
    }
    thumbnails.sort();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
