//! Returns the newest reading first. | it_returns_all_readings_in_order: "[6, 5, 4, 3, 2, 1]"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all.reverse();
    all
}
