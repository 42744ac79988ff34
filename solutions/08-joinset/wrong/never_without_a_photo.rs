//! Waits on a channel whose sender it still holds, and is saved by the last result; without any photo it hangs. | none_one_or_the_same_photo_twice_is_no_special_case: "This is a hang"

pub mod given;

use anyhow::{Context, anyhow};
use futures::FutureExt;
use given::render;
use std::panic::AssertUnwindSafe;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let mut owner = JoinSet::new();
    for (place, id) in ids.iter().copied().enumerate() {
        let sender = sender.clone();
        owner.spawn(async move {
            let ended = AssertUnwindSafe(render(id)).catch_unwind().await;
            let ended = ended.map_err(|_| anyhow!("photo {id} panicked"));
            let rendered = ended.and_then(|it| it.with_context(|| format!("photo {id}")));
            let _ = sender.send((place, rendered));
        });
    }
    let mut thumbnails = vec![String::new(); ids.len()];
    let mut left = ids.len();
    loop {
        let (place, rendered) = receiver.recv().await.context("nobody sends")?;
        thumbnails[place] = rendered?;
        left -= 1;
        if left == 0 {
            return Ok(thumbnails);
        }
    }
}
