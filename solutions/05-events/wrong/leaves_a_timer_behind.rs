//! Starts a task that would warn of slow look-ups, and never stops it. | all_of_this_holds_for_whatever_calls: "A spawned task goes on by itself"

pub mod given;

use given::{Request, look_up};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::sleep;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let warning = tokio::spawn(sleep(Duration::from_millis(5_200)));
    let mut under_way = JoinSet::new();
    while let Some(request) = requests.recv().await {
        under_way.spawn(answer(request));
    }
    drop(warning);
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
