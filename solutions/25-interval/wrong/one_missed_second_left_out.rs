//! Makes up for missed seconds only if there are at least two. | all_of_this_holds_for_whatever_readings: "the promise is"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep_until};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut due = start;
    let mut all = Vec::new();
    for number in 1..=readings {
        sleep_until(due).await;
        let second = start.elapsed().as_secs() as u32;
        all.push(read_sensor(number).await);
        due = start + PERIOD * (second + 1);
        if due < Instant::now() && Instant::now() < due + PERIOD {
            due += PERIOD;
        }
    }
    all
}
