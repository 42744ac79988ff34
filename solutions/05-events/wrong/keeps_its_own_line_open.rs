//! Counts by a channel, and keeps a sender of it: the end never comes. | every_caller_gets_the_answer_about_their_own_item: "This is a hang" | ten_calls_within_a_second_are_each_answered_two_seconds_later: "This is a hang" | a_quick_answer_does_not_wait_for_a_slow_one: "This is a hang" | of_a_whole_crowd_nobody_queues: "This is a hang" | a_caller_who_hangs_up_does_not_stop_the_others: "This is a hang" | only_answers_that_somebody_got_are_counted: "This is a hang" | it_serves_until_the_channel_is_closed: "This is a hang" | it_returns_with_the_last_answer_and_leaves_nothing_running: "This is a hang"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let (report, mut reports) = mpsc::unbounded_channel();
    while let Some(Request { item, reply }) = requests.recv().await {
        let report = report.clone();
        tokio::spawn(async move {
            if reply.send(look_up(&item).await).is_ok() {
                let _ = report.send(());
            }
        });
    }
    let mut answered = 0;
    while reports.recv().await.is_some() {
        answered += 1;
    }
    answered
}
