//! Awaits the JoinSet itself. | set-awaited: "A JoinSet isn't awaited itself"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut set = JoinSet::new();
    for id in ids {
        set.spawn(render(id));
    }
    let out = set.await;
    Ok(out)
}
