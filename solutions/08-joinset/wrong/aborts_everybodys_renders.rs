//! Keeps the handles of all calls in one static list, and a call that ends badly aborts them all. | all_of_this_holds_for_whatever_photos: "Each of them is right when it is alone"
pub mod given;

use anyhow::anyhow;
use futures::stream::{FuturesUnordered, StreamExt};
use given::render;
use std::sync::Mutex;
use tokio::task::AbortHandle;

static TASKS: Mutex<Vec<AbortHandle>> = Mutex::new(Vec::new());

struct Cleaner;
impl Drop for Cleaner {
    fn drop(&mut self) {
        for task in TASKS.lock().unwrap().drain(..) {
            task.abort();
        }
    }
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let _cleaner = Cleaner;
    let mut all = FuturesUnordered::new();
    for (place, &id) in ids.iter().enumerate() {
        let task = tokio::spawn(render(id));
        TASKS.lock().unwrap().push(task.abort_handle());
        all.push(async move { (place, id, task.await) });
    }
    let mut names = vec![String::new(); ids.len()];
    while let Some((place, id, ended)) = all.next().await {
        names[place] = match ended {
            Ok(Ok(name)) => name,
            Ok(Err(damaged)) => return Err(anyhow!("photo {id}: {damaged}")),
            Err(_) => return Err(anyhow!("photo {id} panicked")),
        };
    }
    Ok(names)
}
