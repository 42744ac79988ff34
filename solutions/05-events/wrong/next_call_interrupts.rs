//! Waits for the next call or the look-up, and a call drops the look-up. | every_caller_gets_the_answer_about_their_own_item: "the line went dead at 500 ms" | ten_calls_within_a_second_are_each_answered_two_seconds_later: "A look-up was cancelled" | a_quick_answer_does_not_wait_for_a_slow_one: "A look-up was cancelled" | of_a_whole_crowd_nobody_queues: "the line went dead at 1 s" | a_caller_who_hangs_up_does_not_stop_the_others: "A look-up was cancelled" | only_answers_that_somebody_got_are_counted: "A look-up was cancelled" | it_serves_until_the_channel_is_closed: "the line went dead at 3000 s" | it_returns_with_the_last_answer_and_leaves_nothing_running: "A look-up was cancelled"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut answered = 0;
    let mut next = requests.recv().await;
    while let Some(Request { item, reply }) = next {
        next = tokio::select! {
            answer = look_up(&item) => {
                answered += usize::from(reply.send(answer).is_ok());
                requests.recv().await
            }
            request = requests.recv() => request,
        };
    }
    answered
}
