//! Never has more than eight under way. | all_photos_are_rendered_at_the_same_time: "At most 8 were under way"

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut thumbnails = Vec::new();
    for ids in ids.chunks(8) {
        let mut renders = JoinSet::new();
        let mut places = HashMap::new();
        for (place, id) in ids.iter().enumerate() {
            places.insert(renders.spawn(render(*id)).id(), place);
        }
        let mut chunk = vec![String::new(); ids.len()];
        while let Some(ended) = renders.join_next_with_id().await {
            let place = match &ended {
                Ok((task, _)) => places[task],
                Err(error) => places[&error.id()],
            };
            let photo = || format!("photo {}", ids[place]);
            chunk[place] = ended.with_context(photo)?.1.with_context(photo)?;
        }
        thumbnails.append(&mut chunk);
    }
    Ok(thumbnails)
}
