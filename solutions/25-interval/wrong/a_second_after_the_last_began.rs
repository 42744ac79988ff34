//! Sleeps until a second after the last reading began, which moves the schedule. | after_a_slow_reading_the_schedule_goes_on_as_before: "moved for good"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep_until};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut due = Instant::now();
    let mut all = Vec::new();
    for number in 1..=readings {
        sleep_until(due).await;
        due = Instant::now() + PERIOD;
        all.push(read_sensor(number).await);
    }
    all
}
