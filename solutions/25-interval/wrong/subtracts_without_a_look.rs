//! Subtracts the time of the reading from a second, and a slow one leaves less than nothing. | a_reading_begins_at_each_whole_second: "It panicked" | a_slow_reading_is_finished_and_nothing_else_goes_on_meanwhile: "It panicked" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "It panicked" | after_a_slow_reading_the_schedule_goes_on_as_before: "It panicked" | it_returns_when_the_last_reading_ends: "It panicked" | it_returns_all_readings_in_order: "It panicked" | nothing_is_left_running: "It panicked"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut all = Vec::new();
    for number in 1..=readings {
        let began = Instant::now();
        all.push(read_sensor(number).await);
        let rest = PERIOD - began.elapsed();
        if number < readings {
            sleep(rest).await;
        }
    }
    all
}
