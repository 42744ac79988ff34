//! Throws the first tick away, because it comes at once. | the_first_reading_begins_at_once: "due when the call begins" | a_reading_begins_at_each_whole_second: "due when the call begins" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "due when the call begins" | after_a_slow_reading_the_schedule_goes_on_as_before: "due when the call begins" | it_returns_when_the_last_reading_ends: "due when the call begins"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    seconds.tick().await;
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
