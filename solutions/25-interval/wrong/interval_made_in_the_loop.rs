//! Makes a new interval in each round. | a_reading_begins_at_each_whole_second: "Each reading began as soon as" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "Each reading began as soon as" | after_a_slow_reading_the_schedule_goes_on_as_before: "Each reading began as soon as" | it_returns_when_the_last_reading_ends: "Each reading began as soon as"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut all = Vec::new();
    for number in 1..=readings {
        let mut seconds = interval(PERIOD);
        seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
