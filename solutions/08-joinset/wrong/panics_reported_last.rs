//! Looks for the panics when everything else is done. | a_panic_ends_it_at_once_like_any_error: "still it waited"

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    let mut places = HashMap::new();
    for (place, id) in ids.iter().enumerate() {
        places.insert(renders.spawn(render(*id)).id(), place);
    }
    let mut thumbnails = vec![String::new(); ids.len()];
    let mut panicked = None;
    while let Some(ended) = renders.join_next_with_id().await {
        match ended {
            Ok((task, rendered)) => {
                let place = places[&task];
                thumbnails[place] = rendered.with_context(|| format!("photo {}", ids[place]))?;
            }
            Err(error) => panicked = panicked.or(Some(error)),
        }
    }
    match panicked {
        None => Ok(thumbnails),
        Some(error) => {
            let place = places[&error.id()];
            Err(error).with_context(|| format!("photo {}", ids[place]))
        }
    }
}
