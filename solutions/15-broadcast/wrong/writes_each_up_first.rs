//! Takes a while over each goal before it listens for the next. | every_goal_is_heard_in_the_order_of_the_reports: "such as a pause" | goals_that_were_missed_are_counted: "such as a pause" | it_returns_when_the_last_reporter_has_signed_off: "such as a pause"

pub mod given;

use given::Goal;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::sleep;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => {
                heard.push(goal);
                sleep(Duration::from_millis(1_500)).await;
            }
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
