//! Counts in a static, which two offices share. | all_of_this_holds_for_whatever_calls: "Calls that run at the same time share something"

pub mod given;
use given::{Request, look_up};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

static ANSWERED: AtomicUsize = AtomicUsize::new(0);

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    ANSWERED.store(0, SeqCst);
    let mut set = JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        set.spawn(async move {
            if reply.send(look_up(&item).await).is_ok() {
                ANSWERED.fetch_add(1, SeqCst);
            }
        });
    }
    set.join_all().await;
    ANSWERED.load(SeqCst)
}
