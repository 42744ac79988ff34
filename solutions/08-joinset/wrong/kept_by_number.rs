//! Keeps the thumbnails by the number of their photo, and takes each out once. | none_one_or_the_same_photo_twice_is_no_special_case: "It panicked at"

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    let mut photos = HashMap::new();
    for id in &ids {
        photos.insert(renders.spawn(render(*id)).id(), *id);
    }
    let mut thumbnails = HashMap::new();
    while let Some(ended) = renders.join_next_with_id().await {
        let id = match &ended {
            Ok((task, _)) => photos[task],
            Err(error) => photos[&error.id()],
        };
        let photo = || format!("photo {id}");
        thumbnails.insert(id, ended.with_context(photo)?.1.with_context(photo)?);
    }
    Ok(ids.iter().map(|id| thumbnails.remove(id).unwrap()).collect())
}
