//! Every render is polled by hand, and std's catch_unwind is put around each poll.

pub mod given;

use anyhow::{Context as _, anyhow};
use given::render;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders: Vec<_> = ids.iter().map(|id| Some(Box::pin(render(*id)))).collect();
    let mut thumbnails = vec![None; ids.len()];
    poll_fn(|cx| {
        for (place, slot) in renders.iter_mut().enumerate() {
            let Some(render) = slot else { continue };
            let polled = catch_unwind(AssertUnwindSafe(|| render.as_mut().poll(cx)));
            let rendered = match polled {
                Ok(Poll::Pending) => continue,
                Ok(Poll::Ready(rendered)) => rendered.map_err(anyhow::Error::from),
                Err(_) => Err(anyhow!("PANICKED")),
            };
            *slot = None;
            thumbnails[place] = Some(rendered.context(format!("photo no. {}", ids[place]))?);
        }
        let done = thumbnails.iter().all(Option::is_some);
        if done { Poll::Ready(anyhow::Ok(())) } else { Poll::Pending }
    })
    .await?;
    Ok(thumbnails.into_iter().flatten().collect())
}
