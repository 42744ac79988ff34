//! A thousand look-ups are under way at most. | all_of_this_holds_for_whatever_calls: "the promise is"
pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut tasks = JoinSet::new();
    let mut answered = 0;
    while let Some(Request { item, reply }) = requests.recv().await {
        // Do not let finished ones pile up.
        while let Some(done) = tasks.try_join_next() {
            answered += usize::from(matches!(done, Ok(true)));
        }
        if tasks.len() >= 1000 {
            if let Some(done) = tasks.join_next().await {
                answered += usize::from(matches!(done, Ok(true)));
            }
        }
        tasks.spawn(async move { reply.send(look_up(&item).await).is_ok() });
    }
    while let Some(done) = tasks.join_next().await {
        answered += usize::from(matches!(done, Ok(true)));
    }
    answered
}
