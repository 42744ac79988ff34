//! Lets a task listen and does not wait for it. | every_goal_is_heard_in_the_order_of_the_reports: "went on without it" | goals_reported_before_it_listened_are_heard_too: "went on without it" | every_listener_hears_every_goal: "went on without it" | goals_that_were_missed_are_counted: "went on without it" | after_missing_some_it_listens_on: "went on without it" | goals_reported_just_before_the_end_are_heard: "went on without it" | it_returns_when_the_last_reporter_has_signed_off: "went on without it" | nothing_is_left_running: "1 spawned task was still running"

pub mod given;

use given::Goal;
use std::sync::{Arc, Mutex};
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let notes = Arc::new(Mutex::new((Vec::new(), 0)));
    let shared = notes.clone();
    tokio::spawn(async move {
        loop {
            match rx.recv().await {
                Ok(goal) => shared.lock().unwrap().0.push(goal),
                Err(RecvError::Lagged(lost)) => shared.lock().unwrap().1 += lost,
                Err(RecvError::Closed) => break,
            }
        }
    });
    notes.lock().unwrap().clone()
}
