//! Lets one task own all the others, and nobody owns that one. | when_it_is_dropped_midway_every_render_ends_with_it: "abort them in its Drop"

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    tokio::spawn(all(ids)).await?
}

async fn all(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    let mut places = HashMap::new();
    for (place, id) in ids.iter().enumerate() {
        places.insert(renders.spawn(render(*id)).id(), place);
    }
    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(ended) = renders.join_next_with_id().await {
        let place = match &ended {
            Ok((task, _)) => places[task],
            Err(error) => places[&error.id()],
        };
        let photo = || format!("photo {}", ids[place]);
        thumbnails[place] = ended.with_context(photo)?.1.with_context(photo)?;
    }
    Ok(thumbnails)
}
