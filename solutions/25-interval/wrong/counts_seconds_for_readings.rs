//! Goes on for as many seconds as there should be readings, so missed ones are missing. | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "reading 5 never began" | after_a_slow_reading_the_schedule_goes_on_as_before: "reading 8 never began" | it_returns_all_readings_in_order: "[1, 2, 3, 4, 5]"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep_until};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut all = Vec::new();
    for second in 0..readings {
        let due = start + PERIOD * second as u32;
        sleep_until(due).await;
        // Another one comes at once.
        if due.elapsed() >= PERIOD {
            continue;
        }
        all.push(read_sensor(all.len() + 1).await);
    }
    all
}
