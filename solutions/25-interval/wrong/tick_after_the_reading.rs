//! Ticks after each reading, and takes the first tick for the one a second later. | a_reading_begins_at_each_whole_second: "The first pause was missing" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "The first pause was missing" | after_a_slow_reading_the_schedule_goes_on_as_before: "The first pause was missing" | it_returns_when_the_last_reading_ends: "The first pause was missing"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        all.push(read_sensor(number).await);
        seconds.tick().await;
    }
    all
}
