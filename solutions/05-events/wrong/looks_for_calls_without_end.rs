//! Asks the channel over and over whether somebody has called. | every_caller_gets_the_answer_about_their_own_item: "This is spinning" | ten_calls_within_a_second_are_each_answered_two_seconds_later: "This is spinning" | a_quick_answer_does_not_wait_for_a_slow_one: "This is spinning" | of_a_whole_crowd_nobody_queues: "This is spinning" | a_caller_who_hangs_up_does_not_stop_the_others: "This is spinning" | only_answers_that_somebody_got_are_counted: "This is spinning" | it_serves_until_the_channel_is_closed: "This is spinning" | it_returns_with_the_last_answer_and_leaves_nothing_running: "This is spinning"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TryRecvError;
use tokio::task::{JoinSet, yield_now};

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    loop {
        match requests.try_recv() {
            Ok(request) => {
                under_way.spawn(answer(request));
            }
            Err(TryRecvError::Empty) => yield_now().await,
            Err(TryRecvError::Disconnected) => break,
        }
    }
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
