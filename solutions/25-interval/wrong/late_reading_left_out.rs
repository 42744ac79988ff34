//! Leaves out whatever is late, and waits for the next whole second. | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "waited for the next whole second" | after_a_slow_reading_the_schedule_goes_on_as_before: "waited for the next whole second"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep_until};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut due = Instant::now();
    let mut all = Vec::new();
    for number in 1..=readings {
        sleep_until(due).await;
        all.push(read_sensor(number).await);
        while due < Instant::now() {
            due += PERIOD;
        }
    }
    all
}
