//! Computes with times in f32, which has seven digits. | a_reading_begins_at_each_whole_second: "began at" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "began at" | after_a_slow_reading_the_schedule_goes_on_as_before: "began at" | it_returns_when_the_last_reading_ends: "It returned at"

pub mod given;

use given::{Reading, read_sensor};
use std::time::Duration;
use tokio::time::{Instant, sleep};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut due = 0.0_f32;
    let mut all = Vec::new();
    for number in 1..=readings {
        let rest = due - start.elapsed().as_secs_f32();
        if rest > 0.0 {
            sleep(Duration::from_secs_f32(rest)).await;
        }
        due = start.elapsed().as_secs_f32().floor() + 1.0;
        all.push(read_sensor(number).await);
    }
    all
}
