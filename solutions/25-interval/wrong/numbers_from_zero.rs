//! Counts the readings from 0. | the_first_reading_begins_at_once: "reading 1 began at 1 s" | a_reading_begins_at_each_whole_second: "reading 2 began at 2 s" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "reading 5 never began" | after_a_slow_reading_the_schedule_goes_on_as_before: "reading 6 began at" | it_returns_when_the_last_reading_ends: "It returned at" | it_returns_all_readings_in_order: "[0, 1, 2, 3, 4, 5]"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 0..readings {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
