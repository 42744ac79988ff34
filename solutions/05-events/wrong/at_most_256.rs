//! Limits itself to 256 look-ups at once. | of_a_whole_crowd_nobody_queues: "Nothing may stand between"

pub mod given;

use given::*;
use std::sync::Arc;
use tokio::sync::mpsc;
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let s = Arc::new(tokio::sync::Semaphore::new(256));
    let mut set = tokio::task::JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        let s = s.clone();
        set.spawn(async move {
            let _p = s.acquire().await;
            reply.send(look_up(&item).await).is_ok()
        });
    }
    set.join_all().await.iter().filter(|ok| **ok).count()
}
