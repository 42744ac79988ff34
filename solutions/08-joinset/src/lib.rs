//! # 08 · JoinSet: an answer

pub mod given;

use anyhow::{Context, Error};
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

/// Renders the photos `ids`, all at the same time, and returns their thumbnails in that order.
pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    // The owner. Dropping a JoinSet aborts all its tasks, and it is dropped on every way out of
    // here: at the end, at each `?`, and when this future itself is dropped at an .await. That last
    // way runs no line of ours, which is why no abort() written below could do what Drop does.
    let mut renders = JoinSet::new();

    // Results come in the order in which the tasks end, and a task that panicked has no result that
    // could tell what it was about. Its id is all that is left, so that is what we note down.
    let mut places = HashMap::new();
    for (place, id) in ids.iter().copied().enumerate() {
        let task = renders.spawn(render(id));
        places.insert(task.id(), place);
    }

    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(ended) = renders.join_next_with_id().await {
        // Two layers: did the task come to its end, and if so, what did the render in it give?
        let (task, rendered) = match ended {
            Ok((task, rendered)) => (task, rendered.map_err(Error::from)),
            Err(panicked) => (panicked.id(), Err(panicked.into())),
        };
        let place = places[&task];
        thumbnails[place] = rendered.with_context(|| format!("rendering photo {}", ids[place]))?;
    }
    Ok(thumbnails)
}
