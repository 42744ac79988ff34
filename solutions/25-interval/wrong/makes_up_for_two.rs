//! Makes up for up to two missed seconds. | after_a_slow_reading_the_schedule_goes_on_as_before: "to make up for another second"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep_until};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut due = Instant::now();
    let mut all = Vec::new();
    for number in 1..=readings {
        sleep_until(due).await;
        all.push(read_sensor(number).await);
        due += PERIOD;
        while due + 2 * PERIOD < Instant::now() {
            due += PERIOD;
        }
    }
    all
}
