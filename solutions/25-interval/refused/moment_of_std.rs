//! The moment to wait for is an Instant of std. | std-for-tokio: "tokio::time::Instant"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use std::time::Instant;
use tokio::time::sleep_until;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut all = Vec::new();
    for number in 1..=readings {
        sleep_until(start + PERIOD * (number as u32 - 1)).await;
        all.push(read_sensor(number).await);
    }
    all
}
