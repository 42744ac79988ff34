//! Gives up a look-up that takes more than three seconds. | every_caller_gets_the_answer_about_their_own_item: "A look-up was cancelled" | a_quick_answer_does_not_wait_for_a_slow_one: "A look-up was cancelled" | a_caller_who_hangs_up_does_not_stop_the_others: "A look-up was cancelled" | it_serves_until_the_channel_is_closed: "A look-up was cancelled" | it_returns_with_the_last_answer_and_leaves_nothing_running: "A look-up was cancelled"

pub mod given;

use given::{Request, look_up};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        under_way.spawn(async move {
            let answer = timeout(Duration::from_secs(3), look_up(&item)).await;
            answer.is_ok_and(|answer| reply.send(answer).is_ok())
        });
    }
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}
