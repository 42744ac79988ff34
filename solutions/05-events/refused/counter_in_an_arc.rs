//! Counts in an `Arc` without a lock. | arc-is-shared: "nobody may change it"

pub mod given;

use given::Request;
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let heard = Arc::new(0);
    let mut tasks = JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        let heard = Arc::clone(&heard);
        tasks.spawn(async move {
            if reply.send(given::look_up(&item).await).is_ok() {
                *heard += 1;
            }
        });
    }
    tasks.join_all().await;
    *heard
}
