//! Collects all that ended before it looks at any. | the_first_error_ends_it_at_once: "Look at each result when it comes" | a_panic_ends_it_at_once_like_any_error: "until the last was done" | an_error_ends_the_other_renders_at_that_moment: "ran to its end"

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use given::render;
use std::panic::AssertUnwindSafe;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        renders.spawn(async move {
            let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
            let ended = ended.map_err(|_| anyhow!("photo {id} panicked"));
            (place, ended.and_then(|it| it.with_context(|| format!("photo {id}"))))
        });
    }
    let mut all = Vec::new();
    while let Some(ended) = renders.join_next().await {
        // In the order in which they ended, so that the first error comes first.
        all.push(ended?);
    }
    let mut thumbnails = Vec::new();
    for (place, rendered) in all {
        thumbnails.push((place, rendered?));
    }
    thumbnails.sort();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
