//! Looks each item up twice at once and takes the first answer. | of_a_whole_crowd_nobody_queues: "As many as 200 were under way"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut tasks = tokio::task::JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        tasks.spawn(async move {
            let found =
                tokio::select! { found = look_up(&item) => found, found = look_up(&item) => found };
            reply.send(found).is_ok()
        });
    }
    tasks.join_all().await.into_iter().filter(|got| *got).count()
}
