//! Collects Options where names are promised. | list-of-options: "A list of Options stands"

pub mod given;

use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut names = vec![None; ids.len()];
    let mut set = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        set.spawn(async move { (place, render(id).await) });
    }
    while let Some(joined) = set.join_next().await {
        let (place, name) = joined?;
        names[place] = Some(name?);
    }
    Ok(names)
}
