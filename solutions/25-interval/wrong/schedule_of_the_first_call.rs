//! Keeps the schedule of the first call on this thread for all others. | all_of_this_holds_for_whatever_readings: "share something"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use std::cell::Cell;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

thread_local! {
    static START: Cell<Option<Instant>> = const { Cell::new(None) };
}

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = START.get().unwrap_or_else(Instant::now);
    START.set(Some(start));
    let mut seconds = interval_at(start, PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
