//! Looks every ten milliseconds whether a second has passed. | a_reading_begins_at_each_whole_second: "reading 2 began at 1.007 s" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "reading 5 began at" | after_a_slow_reading_the_schedule_goes_on_as_before: "reading 6 began at" | it_returns_when_the_last_reading_ends: "It returned at"

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
            sleep(Duration::from_millis(10)).await;
        }
        due = start + PERIOD * (start.elapsed().as_secs() as u32 + 1);
        all.push(read_sensor(number).await);
    }
    all
}
