//! No interval: the moment at which the next reading is due is computed from the start.

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep_until};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut due = start;
    let mut all = Vec::new();
    for number in 1..=readings {
        // Over at once if that moment has passed.
        sleep_until(due).await;
        let whole_seconds = start.elapsed().as_secs();
        let reading = read_sensor(number).await;
        due = start + PERIOD * (whole_seconds as u32 + 1);
        all.push(reading);
    }
    all
}
