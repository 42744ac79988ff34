//! Counts requests, not answers that somebody got. | only_answers_that_somebody_got_are_counted: "one caller had hung up"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    let mut answered = 0;
    while let Some(Request { item, reply }) = requests.recv().await {
        under_way.spawn(async move {
            let _ = reply.send(look_up(&item).await);
        });
        answered += 1;
    }
    under_way.join_all().await;
    answered
}
