//! Takes a closed channel for an empty one. | all_of_this_holds_for_whatever_calls: "the promise is"
pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut tasks = JoinSet::new();
    let mut answered = 0;
    loop {
        tokio::select! {
            biased;
            Some(Request { item, reply }) = requests.recv() => {
                if !reply.is_closed() {
                    tasks.spawn(async move { reply.send(look_up(&item).await).is_ok() });
                }
            }
            Some(done) = tasks.join_next() => answered += usize::from(matches!(done, Ok(true))),
            else => break,
        }
        if requests.is_closed() && tasks.is_empty() {
            break;
        }
    }
    answered
}
