//! Tries all together with a function that looks at many results only in their order. | the_first_error_ends_it_at_once: "more than thirty"

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use futures::future::try_join_all;
use given::render;
use std::panic::AssertUnwindSafe;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let renders = ids.into_iter().map(async |id| {
        let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
        let rendered = ended.map_err(|_| anyhow!("photo {id}: the renderer panicked"))?;
        rendered.with_context(|| format!("photo {id}"))
    });
    try_join_all(renders).await
}
