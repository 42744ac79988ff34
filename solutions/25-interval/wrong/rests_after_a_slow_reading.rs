//! Gives the sensor a rest after a slow reading. | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "reading 5 began at"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        if seconds.tick().await < Instant::now() {
            sleep(Duration::from_millis(20)).await;
        }
        all.push(read_sensor(number).await);
    }
    all
}
