//! Waits for goals as one does in ordinary code, with the thread. | every_goal_is_heard_in_the_order_of_the_reports: "The thread was blocked" | goals_reported_before_it_listened_are_heard_too: "The thread was blocked" | every_listener_hears_every_goal: "The thread was blocked" | goals_that_were_missed_are_counted: "The thread was blocked" | after_missing_some_it_listens_on: "The thread was blocked" | goals_reported_just_before_the_end_are_heard: "The thread was blocked" | it_returns_when_the_last_reporter_has_signed_off: "The thread was blocked" | nothing_is_left_running: "The thread was blocked"

pub mod given;

use given::Goal;
use std::thread;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::TryRecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.try_recv() {
            Ok(goal) => heard.push(goal),
            Err(TryRecvError::Lagged(lost)) => missed += lost,
            Err(TryRecvError::Empty) => thread::sleep(Duration::from_millis(100)),
            Err(TryRecvError::Closed) => return (heard, missed),
        }
    }
}
