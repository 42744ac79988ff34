//! A task in a JoinSet writes into what both share.

pub mod given;

use given::Goal;
use std::mem::take;
use std::sync::{Arc, Mutex};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::task::JoinSet;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let heard = Arc::new(Mutex::new((Vec::new(), 0)));
    let mut tasks = JoinSet::new();
    let shared = heard.clone();
    tasks.spawn(async move {
        loop {
            match rx.recv().await {
                Ok(goal) => shared.lock().unwrap().0.push(goal),
                Err(RecvError::Lagged(lost)) => shared.lock().unwrap().1 += lost,
                Err(RecvError::Closed) => break,
            }
        }
    });
    while tasks.join_next().await.is_some() {}
    let (goals, missed) = &mut *heard.lock().unwrap();
    (take(goals), *missed)
}
