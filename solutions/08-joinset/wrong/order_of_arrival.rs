//! Keeps the thumbnails in the order in which they are done. | the_thumbnails_come_in_the_order_of_the_photos: "whichever is done first"

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    let mut photos = HashMap::new();
    for id in ids {
        photos.insert(renders.spawn(render(id)).id(), id);
    }
    let mut thumbnails = Vec::new();
    while let Some(ended) = renders.join_next_with_id().await {
        let task = match &ended {
            Ok((task, _)) => *task,
            Err(error) => error.id(),
        };
        let photo = || format!("photo {}", photos[&task]);
        thumbnails.push(ended.with_context(photo)?.1.with_context(photo)?);
    }
    Ok(thumbnails)
}
