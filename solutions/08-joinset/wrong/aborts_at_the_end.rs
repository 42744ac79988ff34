//! Aborts what is left in the last line, which is not reached when it is dropped midway. | when_it_is_dropped_midway_every_render_ends_with_it: "abort them in its Drop"

pub mod given;

use anyhow::Context;
use futures::future::try_join_all;
use given::render;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut aborts = Vec::new();
    let mut renders = Vec::new();
    for id in ids {
        let task = tokio::spawn(render(id));
        aborts.push(task.abort_handle());
        renders.push(async move {
            let photo = || format!("photo {id}");
            task.await.with_context(photo)?.with_context(photo)
        });
    }
    let thumbnails = try_join_all(renders).await;
    aborts.iter().for_each(|task| task.abort());
    thumbnails
}
