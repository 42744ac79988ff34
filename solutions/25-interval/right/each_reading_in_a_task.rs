//! Each reading is a task, awaited before the next.

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::task::JoinSet;
use tokio::time::{Interval, MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = schedule();
    // Dropping it aborts the reading that goes on.
    let mut sensor = JoinSet::new();
    let mut all = Vec::new();
    for number in 1..=readings {
        let _ = seconds.tick().await;
        sensor.spawn(read_sensor(number));
        if let Some(reading) = sensor.join_next().await {
            all.push(reading.expect("a reading doesn't panic"));
        }
    }
    all
}

fn schedule() -> Interval {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    seconds
}
