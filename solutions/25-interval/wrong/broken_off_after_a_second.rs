//! Gives each reading a second at most, and goes without it then. | a_slow_reading_is_finished_and_nothing_else_goes_on_meanwhile: "was broken off" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "no reason to break it off" | after_a_slow_reading_the_schedule_goes_on_as_before: "no reason to break it off" | it_returns_when_the_last_reading_ends: "no reason to break it off" | it_returns_all_readings_in_order: "no reason to break it off"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{interval, timeout};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        if let Ok(reading) = timeout(PERIOD, read_sensor(number)).await {
            all.push(reading);
        }
    }
    all
}
