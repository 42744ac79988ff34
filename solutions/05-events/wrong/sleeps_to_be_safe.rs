//! Sleeps five seconds more at the end, to be sure that all are done. | ten_calls_within_a_second_are_each_answered_two_seconds_later: "and still it waited: for a timer" | it_serves_until_the_channel_is_closed: "and still it waited: for a timer" | it_returns_with_the_last_answer_and_leaves_nothing_running: "and still it waited: for a timer"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{Duration, sleep};

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    while let Some(request) = requests.recv().await {
        under_way.spawn(answer(request));
    }
    sleep(Duration::from_secs(6)).await;
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
