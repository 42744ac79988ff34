//! Lets the other renders go at an error, so that they are not lost. | an_error_ends_the_other_renders_at_that_moment: "its tasks go on"

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
        match ended.with_context(photo)?.1 {
            Ok(thumbnail) => thumbnails[place] = thumbnail,
            Err(damaged) => {
                renders.detach_all();
                return Err(damaged).with_context(photo);
            }
        }
    }
    Ok(thumbnails)
}
