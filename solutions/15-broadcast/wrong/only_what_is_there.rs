//! Takes what waits in the receiver, and goes home. | every_goal_is_heard_in_the_order_of_the_reports: "still on the air" | goals_reported_before_it_listened_are_heard_too: "still on the air" | every_listener_hears_every_goal: "returned 0 of 4 goals" | goals_that_were_missed_are_counted: "still on the air" | after_missing_some_it_listens_on: "still on the air" | goals_reported_just_before_the_end_are_heard: "still on the air" | it_returns_when_the_last_reporter_has_signed_off: "still on the air"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::TryRecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.try_recv() {
            Ok(goal) => heard.push(goal),
            Err(TryRecvError::Lagged(lost)) => missed += lost,
            Err(_) => return (heard, missed),
        }
    }
}
