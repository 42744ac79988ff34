//! Lends the list of ids to the tasks. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for at in 0..ids.len() {
        renders.spawn(async { (at, render(ids[at]).await) });
    }
    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(done) = renders.join_next().await {
        let (at, thumbnail) = done?;
        thumbnails[at] = thumbnail?;
    }
    Ok(thumbnails)
}
