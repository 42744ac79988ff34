//! Each task keeps a permit; whoever gets all permits knows that all are done.

pub mod given;

use given::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::mpsc;
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    const ALL: u32 = 100_000;
    let s = Arc::new(tokio::sync::Semaphore::new(ALL as usize));
    let n = Arc::new(AtomicUsize::new(0));
    while let Some(Request { item, reply }) = requests.recv().await {
        let permit = s.clone().acquire_owned().await.unwrap();
        let n = n.clone();
        tokio::spawn(async move {
            if reply.send(look_up(&item).await).is_ok() {
                n.fetch_add(1, Ordering::Relaxed);
            }
            drop(permit);
        });
    }
    let _ = s.acquire_many(ALL).await;
    n.load(Ordering::Relaxed)
}
