//! Has a task tick, and leaves it behind. | nothing_is_left_running: "1 spawned task was still running"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use std::sync::Arc;
use tokio::sync::Notify;
use tokio::time::interval;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let due = Arc::new(Notify::new());
    let tick = due.clone();
    tokio::spawn(async move {
        let mut seconds = interval(PERIOD);
        loop {
            seconds.tick().await;
            tick.notify_one();
        }
    });
    let mut all = Vec::new();
    for number in 1..=readings {
        due.notified().await;
        all.push(read_sensor(number).await);
    }
    all
}
