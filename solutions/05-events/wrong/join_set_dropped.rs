//! Lets go of the JoinSet when the channel is closed: its tasks are aborted. | every_caller_gets_the_answer_about_their_own_item: "A look-up was cancelled" | ten_calls_within_a_second_are_each_answered_two_seconds_later: "A look-up was cancelled" | a_quick_answer_does_not_wait_for_a_slow_one: "A look-up was cancelled" | of_a_whole_crowd_nobody_queues: "A look-up was cancelled" | a_caller_who_hangs_up_does_not_stop_the_others: "A look-up was cancelled" | only_answers_that_somebody_got_are_counted: "A look-up was cancelled" | it_serves_until_the_channel_is_closed: "no look-up ever began" | it_returns_with_the_last_answer_and_leaves_nothing_running: "A look-up was cancelled"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    let mut answered = 0;
    while let Some(request) = requests.recv().await {
        under_way.spawn(answer(request));
        while let Some(done) = under_way.try_join_next() {
            answered += usize::from(done.unwrap());
        }
    }
    answered + under_way.len()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
