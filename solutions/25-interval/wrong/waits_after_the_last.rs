//! Waits for a tick after each reading, and so after the last one. | it_returns_when_the_last_reading_ends: "Wait before a reading"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    seconds.tick().await;
    let mut all = Vec::new();
    for number in 1..=readings {
        all.push(read_sensor(number).await);
        seconds.tick().await;
    }
    all
}
