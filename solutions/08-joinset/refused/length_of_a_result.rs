//! Uses the thumbnail that is still inside of a Result. | not-awaited-result: "The value is still wrapped in"

pub mod given;

use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for id in ids {
        renders.spawn(async move { render(id).await.trim().to_owned() });
    }
    Ok(renders.join_all().await)
}
