//! Half of the photos beside the other half, and so on down to one photo, whose panic is caught.

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use futures::future::{BoxFuture, try_join};
use given::render;
use std::panic::AssertUnwindSafe;

fn all(ids: &[u32]) -> BoxFuture<'_, anyhow::Result<Vec<String>>> {
    async move {
        match *ids {
            [] => Ok(Vec::new()),
            [id] => {
                let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
                let rendered = ended.map_err(|_| anyhow!("photo {id}: the renderer panicked"))?;
                Ok(vec![rendered.with_context(|| format!("photo {id}"))?])
            }
            _ => {
                let (left, right) = ids.split_at(ids.len() / 2);
                let (mut left, mut right) = try_join(all(left), all(right)).await?;
                left.append(&mut right);
                Ok(left)
            }
        }
    }
    .boxed()
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    all(&ids).await
}
