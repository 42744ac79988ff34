//! Goes on after every error, also after the end. | every_goal_is_heard_in_the_order_of_the_reports: "This is spinning" | goals_reported_before_it_listened_are_heard_too: "This is spinning" | every_listener_hears_every_goal: "This is spinning" | goals_that_were_missed_are_counted: "This is spinning" | after_missing_some_it_listens_on: "This is spinning" | goals_reported_just_before_the_end_are_heard: "This is spinning" | it_returns_when_the_last_reporter_has_signed_off: "This is spinning" | nothing_is_left_running: "This is spinning"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    while heard.len() < 1_000 {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => continue,
        }
    }
    (heard, missed)
}
