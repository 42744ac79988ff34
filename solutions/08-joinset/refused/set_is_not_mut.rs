//! Spawns into a set that is not `mut`. | needs-mut: "It changes, so declare it with"

pub mod given;

use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let renders = JoinSet::new();
    for id in ids {
        renders.spawn(render(id));
    }
    Ok(renders.join_all().await.into_iter().collect::<Result<_, _>>()?)
}
