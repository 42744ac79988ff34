//! Reads once, and only then looks how many readings are wanted. | it_returns_when_the_last_reading_ends: "the promise is at once" | it_returns_all_readings_in_order: "the promise is []"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    let mut number = 1;
    loop {
        seconds.tick().await;
        all.push(read_sensor(number).await);
        if number >= readings {
            return all;
        }
        number += 1;
    }
}
