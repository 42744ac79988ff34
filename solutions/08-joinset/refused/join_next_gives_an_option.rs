//! Takes what `join_next` gives for the render's result. | list-of-results: "Use `?` on each before"

pub mod given;

use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for id in ids {
        renders.spawn(render(id));
    }
    let mut thumbnails = Vec::new();
    while let Some(thumbnail) = renders.join_next().await {
        thumbnails.push(thumbnail?);
    }
    Ok(thumbnails)
}
