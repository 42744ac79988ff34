//! Looks nothing up for a caller who has hung up already, and counts that one. | all_of_this_holds_for_whatever_calls: "the number of callers who got their answer is"

pub mod given;
use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut set = JoinSet::new();
    let mut calls = 0;
    while let Some(Request { item, reply }) = requests.recv().await {
        calls += 1;
        if reply.is_closed() {
            continue;
        }
        set.spawn(async move { reply.send(look_up(&item).await).is_err() });
    }
    let hung_up = set.join_all().await.into_iter().filter(|failed| *failed).count();
    calls - hung_up
}
