//! The futures are returned instead of the readings. | not-awaited: "Calling an `async fn` only creates a future"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        all.push(read_sensor(number));
    }
    all
}
