//! Keeps the futures of all answers, and never polls them. | every_caller_gets_the_answer_about_their_own_item: "no look-up ever began" | ten_calls_within_a_second_are_each_answered_two_seconds_later: "no look-up ever began" | a_quick_answer_does_not_wait_for_a_slow_one: "no look-up ever began" | of_a_whole_crowd_nobody_queues: "no look-up ever began" | a_caller_who_hangs_up_does_not_stop_the_others: "no look-up ever began" | only_answers_that_somebody_got_are_counted: "no look-up ever began" | it_serves_until_the_channel_is_closed: "no look-up ever began" | it_returns_with_the_last_answer_and_leaves_nothing_running: "no look-up ever began"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = Vec::new();
    while let Some(request) = requests.recv().await {
        under_way.push(answer(request));
    }
    under_way.len()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
