//! Lets the task panic when somebody has hung up, and counts those that did not. | a_caller_who_hangs_up_does_not_stop_the_others: "There was a panic"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        under_way.spawn(async move { reply.send(look_up(&item).await).expect("hung up") });
    }
    let mut answered = 0;
    while let Some(done) = under_way.join_next().await {
        answered += usize::from(done.is_ok());
    }
    answered
}
