//! A look-up that nobody waits for any more is broken off.

pub mod given;

use given::{Request, look_up};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let answered = Arc::new(AtomicUsize::new(0));
    let mut under_way = JoinSet::new();
    while let Some(Request { item, mut reply }) = requests.recv().await {
        if reply.is_closed() {
            continue;
        }
        let answered = answered.clone();
        under_way.spawn(async move {
            let answer = tokio::select! {
                answer = look_up(&item) => answer,
                () = reply.closed() => return,
            };
            if reply.send(answer).is_ok() {
                answered.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    while under_way.join_next().await.is_some() {}
    answered.load(Ordering::Relaxed)
}
