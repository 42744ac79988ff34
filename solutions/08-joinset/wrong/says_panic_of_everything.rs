//! Says of every failure that it was a panic. | an_error_names_its_photo_and_what_was_wrong: "did not panic"
pub mod given;

use anyhow::anyhow;
use futures::stream::{FuturesUnordered, StreamExt};
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut all: FuturesUnordered<_> = ids
        .iter()
        .enumerate()
        .map(|(place, &id)| {
            let mut set = JoinSet::new();
            set.spawn(render(id));
            async move {
                let what = match set.join_next().await.unwrap() {
                    Ok(Ok(name)) => return Ok((place, name)),
                    Ok(Err(damaged)) => damaged.to_string(),
                    Err(error) => {
                        error.to_string().split(' ').skip(2).collect::<Vec<_>>().join(" ")
                    }
                };
                Err(anyhow!("photo {id} panicked: {what}"))
            }
        })
        .collect();
    let mut names = vec![String::new(); ids.len()];
    while let Some(done) = all.next().await {
        let (place, name) = done?;
        names[place] = name;
    }
    Ok(names)
}
