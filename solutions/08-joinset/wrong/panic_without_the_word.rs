//! Says of a panicked photo only that something was wrong. | a_panic_becomes_an_error_that_names_its_photo: "that it says what was wrong"

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use futures::future::try_join_all;
use given::render;
use std::panic::AssertUnwindSafe;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    try_join_all(ids.into_iter().map(|id| async move {
        let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
        let rendered = ended.map_err(|_| anyhow!("photo {id}: something went wrong"))?;
        rendered.with_context(|| format!("photo {id}"))
    }))
    .await
}
