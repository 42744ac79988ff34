//! Notes places as u32 and uses them as an index. | number-type: "don't mix by themselves"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;
pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut set = JoinSet::new();
    let mut place = 0u32;
    for id in ids.clone() {
        let p = place;
        set.spawn(async move { (p, render(id).await) });
        place += 1;
    }
    let mut out = vec![String::new(); ids.len()];
    while let Some(r) = set.join_next().await {
        let (p, t) = r?;
        out[p] = t?;
    }
    Ok(out)
}
