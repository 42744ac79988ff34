//! Gives the aborted renders half a second to be gone. | the_first_error_ends_it_at_once: "still it waited for something else"

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
        match ended.with_context(photo)?.1.with_context(photo) {
            Ok(thumbnail) => thumbnails[place] = thumbnail,
            Err(error) => {
                renders.abort_all();
                tokio::time::sleep(lab::SECOND / 2).await;
                return Err(error);
            }
        }
    }
    Ok(thumbnails)
}
