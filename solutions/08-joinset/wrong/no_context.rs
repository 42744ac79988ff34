//! Passes the renderer's error on as it is. | an_error_names_its_photo_and_what_was_wrong: "knows nothing of numbers" | of_several_failures_the_first_one_counts: "the promise is the first failure"

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
    while let Some(ended) = renders.join_next_with_id().await {
        let task = ended.as_ref().map_or_else(|error| error.id(), |(task, _)| *task);
        let place = places[&task];
        thumbnails[place] = ended.with_context(|| format!("photo {}", ids[place]))?.1?;
    }
    Ok(thumbnails)
}
