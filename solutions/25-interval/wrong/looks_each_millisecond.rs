//! Looks every millisecond whether a second has passed. | all_of_this_holds_for_whatever_readings: "slept and woken up again"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use std::time::Duration;
use tokio::time::{Instant, sleep};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut due = start;
    let mut all = Vec::new();
    for number in 1..=readings {
        while Instant::now() < due {
            sleep(Duration::from_millis(1)).await;
        }
        due = start + PERIOD * (start.elapsed().as_secs() as u32 + 1);
        all.push(read_sensor(number).await);
    }
    all
}
