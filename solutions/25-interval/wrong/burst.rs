//! Leaves the interval as it is, which makes up for every missed tick. | after_a_slow_reading_the_schedule_goes_on_as_before: "if you don't say what becomes of missed ticks"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::interval;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
