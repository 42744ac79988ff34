//! Counts the page in a task of its own when all is done. | when_all_went_well_nothing_is_left_running: "1 spawned task was still running"

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
        let place = match &ended {
            Ok((task, _)) => places[task],
            Err(error) => places[&error.id()],
        };
        let photo = || format!("photo {}", ids[place]);
        thumbnails[place] = ended.with_context(photo)?.1.with_context(photo)?;
    }
    tokio::spawn(tokio::time::sleep(lab::SECOND));
    Ok(thumbnails)
}
