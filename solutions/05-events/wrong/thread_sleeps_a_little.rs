//! Blocks the thread for three milliseconds with each call. | all_of_this_holds_for_whatever_calls: "of real time"

pub mod given;

use given::{Request, look_up};
use std::time::Duration;
use tokio::sync::mpsc;

async fn answer(Request { item, reply }: Request) -> bool {
    let found = look_up(&item).await;
    reply.send(found).is_ok()
}
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut tasks = tokio::task::JoinSet::new();
    while let Some(request) = requests.recv().await {
        std::thread::sleep(Duration::from_millis(3));
        tasks.spawn(answer(request));
    }
    tasks.join_all().await.into_iter().filter(|got| *got).count()
}
