//! The `for` loop consumes `ids`, which are looked at again afterwards. | list-used-up: "use up the list"
pub mod given;

use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut set = JoinSet::new();
    for id in ids {
        set.spawn(async move { (id, given::render(id).await) });
    }
    let mut names = Vec::new();
    while let Some(joined) = set.join_next().await {
        let (id, name) = joined?;
        names.push((id, name?));
    }
    names.sort_by_key(|(id, _)| ids.iter().position(|other| other == id));
    Ok(names.into_iter().map(|(_, name)| name).collect())
}
