//! Puts the set where nobody drops it, so as not to wait for it. | a_panic_ends_it_at_once_like_any_error: "Tasks need an owner" | an_error_ends_the_other_renders_at_that_moment: "its tasks go on"

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
        match ended.with_context(photo).and_then(|(_, rendered)| rendered.with_context(photo)) {
            Ok(thumbnail) => thumbnails[place] = thumbnail,
            Err(error) => {
                renders.detach_all();
                return Err(error);
            }
        }
    }
    Ok(thumbnails)
}
