//! Two tasks share the receiver, one for the goals and one for the losses. | every_goal_is_heard_in_the_order_of_the_reports: "It returned 3 of 6 goals" | goals_reported_before_it_listened_are_heard_too: "goals that were to be heard" | every_listener_hears_every_goal: "goals that were to be heard" | goals_that_were_missed_are_counted: "missed" | after_missing_some_it_listens_on: "goals that were to be heard" | goals_reported_just_before_the_end_are_heard: "goals that were to be heard"

pub mod given;

use given::Goal;
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let rx = Arc::new(Mutex::new(rx));
    let goals = async {
        let mut heard = Vec::new();
        loop {
            match rx.lock().await.recv().await {
                Ok(goal) => heard.push(goal),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return heard,
            }
        }
    };
    let losses = async {
        let mut missed = 0;
        loop {
            match rx.lock().await.recv().await {
                Ok(_) => {}
                Err(RecvError::Lagged(lost)) => missed += lost,
                Err(RecvError::Closed) => return missed,
            }
        }
    };
    tokio::join!(goals, losses)
}
