//! Trusts that there is always a next goal. | every_goal_is_heard_in_the_order_of_the_reports: "It panicked" | goals_reported_before_it_listened_are_heard_too: "It panicked" | every_listener_hears_every_goal: "It panicked" | goals_that_were_missed_are_counted: "It panicked" | after_missing_some_it_listens_on: "It panicked" | goals_reported_just_before_the_end_are_heard: "It panicked" | it_returns_when_the_last_reporter_has_signed_off: "It panicked" | nothing_is_left_running: "It panicked"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    while heard.len() < 90 {
        heard.push(rx.recv().await.unwrap());
    }
    (heard, 0)
}
