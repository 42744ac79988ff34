//! Reads, sleeps a second, and reads again. | a_reading_begins_at_each_whole_second: "the schedule drifts" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "the schedule drifts" | after_a_slow_reading_the_schedule_goes_on_as_before: "the schedule drifts" | it_returns_when_the_last_reading_ends: "the schedule drifts"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::sleep;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut all = Vec::new();
    for number in 1..=readings {
        all.push(read_sensor(number).await);
        sleep(PERIOD).await;
    }
    all
}
