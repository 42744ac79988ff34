//! Has a photo that is in the list twice wait for itself. | none_one_or_the_same_photo_twice_is_no_special_case: "only when its first render was over"

pub mod given;

use anyhow::{Context, Error};
use given::render;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();

    let mut places = HashMap::new();
    let mut prints: HashMap<u32, Arc<Mutex<()>>> = HashMap::new();
    for (place, id) in ids.iter().copied().enumerate() {
        let print = prints.entry(id).or_default().clone();
        let task = renders.spawn(async move {
            let _print = print.lock().await;
            render(id).await
        });
        places.insert(task.id(), place);
    }

    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(ended) = renders.join_next_with_id().await {
        let (task, rendered) = match ended {
            Ok((task, rendered)) => (task, rendered.map_err(Error::from)),
            Err(panicked) => (panicked.id(), Err(panicked.into())),
        };
        let place = places[&task];
        thumbnails[place] = rendered.with_context(|| format!("rendering photo {}", ids[place]))?;
    }
    Ok(thumbnails)
}
