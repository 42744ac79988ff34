//! Does without tasks, and so without anything at which a panic would stop. | the_first_error_ends_it_at_once: "more than thirty" | a_panic_becomes_an_error_that_names_its_photo: "At the edge of a task a panic stops" | a_panic_ends_it_at_once_like_any_error: "a double exposure"

pub mod given;

use anyhow::Context;
use futures::future::try_join_all;
use given::render;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    try_join_all(
        ids.into_iter().map(async |id| render(id).await.with_context(|| format!("photo {id}"))),
    )
    .await
}
