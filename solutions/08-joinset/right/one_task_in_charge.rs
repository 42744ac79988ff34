//! One task does it all and sends the result; the one that waits owns nothing but that task.

pub mod given;

use anyhow::{Context, bail};
use given::render;
use std::collections::HashMap;
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinSet, yield_now};

struct Boss(AbortHandle);

impl Drop for Boss {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let (sender, receiver) = oneshot::channel();
    let boss = tokio::spawn(async move {
        let _ = sender.send(all(ids).await);
    });
    let _boss = Boss(boss.abort_handle());
    yield_now().await;
    receiver.await.context("nobody answered")?
}

async fn all(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    let mut tasks = HashMap::new();
    // From the last to the first: nobody has promised in which order they begin.
    for (place, id) in ids.iter().enumerate().rev() {
        tasks.insert(renders.spawn(render(*id)).id(), place);
    }
    let mut thumbnails = vec![None; ids.len()];
    while let Some(ended) = renders.join_next_with_id().await {
        match ended {
            Ok((task, Ok(thumbnail))) => thumbnails[tasks[&task]] = Some(thumbnail),
            Ok((task, Err(damaged))) => {
                renders.shutdown().await;
                bail!("photo {} is damaged: {damaged}", ids[tasks[&task]]);
            }
            Err(ended) => {
                renders.shutdown().await;
                bail!("photo {}: the task {ended}", ids[tasks[&ended.id()]]);
            }
        }
    }
    thumbnails.into_iter().collect::<Option<_>>().context("one is missing")
}
