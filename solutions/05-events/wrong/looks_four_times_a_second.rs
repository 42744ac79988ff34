//! Looks four times a second whether somebody has called. | ten_calls_within_a_second_are_each_answered_two_seconds_later: "Nothing may stand between" | a_quick_answer_does_not_wait_for_a_slow_one: "Nothing may stand between" | of_a_whole_crowd_nobody_queues: "Nothing may stand between" | a_caller_who_hangs_up_does_not_stop_the_others: "Nothing may stand between" | it_serves_until_the_channel_is_closed: "Nothing may stand between" | it_returns_with_the_last_answer_and_leaves_nothing_running: "Nothing may stand between"

pub mod given;

use given::{Request, look_up};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TryRecvError;
use tokio::task::JoinSet;
use tokio::time::sleep;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    loop {
        match requests.try_recv() {
            Ok(request) => {
                under_way.spawn(answer(request));
            }
            Err(TryRecvError::Empty) => sleep(Duration::from_millis(250)).await,
            Err(TryRecvError::Disconnected) => break,
        }
    }
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
