//! Spawns the thumbnail instead of its render. | awaited-too-early: "A future is expected here, and"

pub mod given;

use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for id in ids {
        renders.spawn(render(id).await);
    }
    let mut thumbnails = Vec::new();
    while let Some(done) = renders.join_next().await {
        thumbnails.push(done??);
    }
    Ok(thumbnails)
}
