//! `?` is used in the spawned block, which ends in a bare `Ok`, so its error type is unknown. | error-type-unknown: "The compiler can't tell which error"
pub mod given;

use anyhow::Context;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut names = vec![String::new(); ids.len()];
    let mut set = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        set.spawn(async move {
            let name = given::render(id).await.with_context(|| format!("photo {id}"))?;
            Ok((place, name))
        });
    }
    while let Some(joined) = set.join_next().await {
        let (place, name) = joined??;
        names[place] = name;
    }
    Ok(names)
}
