//! Fails fast, and leaves all other tasks to themselves. | the_first_error_ends_it_at_once: "more than thirty" | an_error_ends_the_other_renders_at_that_moment: "Tasks need an owner" | when_it_is_dropped_midway_every_render_ends_with_it: "abort them in its Drop" | a_panic_ends_it_at_once_like_any_error: "Tasks need an owner"

pub mod given;

use anyhow::Context;
use futures::future::try_join_all;
use given::render;

async fn started(id: u32) -> anyhow::Result<String> {
    let photo = || format!("photo {id}");
    tokio::spawn(render(id)).await.with_context(photo)?.with_context(photo)
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    try_join_all(ids.into_iter().map(started)).await
}
