//! Counts in a byte, which starts anew after 255. | all_of_this_holds_for_whatever_calls: "the number of callers who got their answer is 1020"

pub mod given;
use given::{Request, look_up};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut set = JoinSet::new();
    let answered = Arc::new(AtomicU8::new(0));
    while let Some(Request { item, reply }) = requests.recv().await {
        let answered = answered.clone();
        set.spawn(async move {
            if reply.send(look_up(&item).await).is_ok() {
                answered.fetch_add(1, Relaxed);
            }
        });
    }
    set.join_all().await;
    answered.load(Relaxed).into()
}
