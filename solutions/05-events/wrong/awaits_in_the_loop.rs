//! Awaits each look-up inside the receiving loop. | ten_calls_within_a_second_are_each_answered_two_seconds_later: "No two look-ups overlapped" | a_quick_answer_does_not_wait_for_a_slow_one: "No two look-ups overlapped" | of_a_whole_crowd_nobody_queues: "No two look-ups overlapped" | a_caller_who_hangs_up_does_not_stop_the_others: "No two look-ups overlapped" | it_returns_with_the_last_answer_and_leaves_nothing_running: "No two look-ups overlapped"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut answered = 0;
    while let Some(Request { item, reply }) = requests.recv().await {
        if reply.send(look_up(&item).await).is_ok() {
            answered += 1;
        }
    }
    answered
}
