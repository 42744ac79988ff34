//! Aborts what is left in the last line, which is not reached when it is dropped midway. | when_it_is_dropped_midway_every_render_ends_with_it: "abort them in its Drop"

pub mod given;

use anyhow::Context;
use futures::TryStreamExt;
use futures::stream::FuturesUnordered;
use given::render;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut aborts = Vec::new();
    let renders = FuturesUnordered::new();
    for (place, id) in ids.into_iter().enumerate() {
        let task = tokio::spawn(render(id));
        aborts.push(task.abort_handle());
        renders.push(async move {
            let photo = || format!("photo {id}");
            anyhow::Ok((place, task.await.with_context(photo)?.with_context(photo)?))
        });
    }
    let ended = renders.try_collect::<Vec<_>>().await;
    aborts.iter().for_each(|task| task.abort());
    let mut thumbnails = ended?;
    thumbnails.sort();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
