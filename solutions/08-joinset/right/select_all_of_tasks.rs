//! A list of handles, from which the first to end is taken again and again; AbortHandles own them.

pub mod given;

use anyhow::Context;
use futures::future::select_all;
use given::render;
use tokio::task::AbortHandle;

struct Owner(Vec<AbortHandle>);

impl Drop for Owner {
    fn drop(&mut self) {
        self.0.iter().for_each(AbortHandle::abort);
    }
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut owner = Owner(Vec::new());
    let mut tasks = Vec::new();
    for id in &ids {
        let task = tokio::spawn(render(*id));
        owner.0.push(task.abort_handle());
        tasks.push(task);
    }
    let mut places: Vec<usize> = (0..ids.len()).collect();
    let mut thumbnails = vec![String::new(); ids.len()];
    while !tasks.is_empty() {
        let (ended, index, rest) = select_all(tasks).await;
        let place = places.swap_remove(index);
        let photo = || format!("photo {}", ids[place]);
        thumbnails[place] = ended.with_context(photo)?.with_context(photo)?;
        tasks = rest;
    }
    Ok(thumbnails)
}
