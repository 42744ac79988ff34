//! Moves the clock of the test on to the next second, instead of waiting for it. | all_of_this_holds_for_whatever_readings: "the promise is"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, advance};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut due = start;
    let mut all = Vec::new();
    for number in 1..=readings {
        if let Some(rest) =
            due.checked_duration_since(Instant::now()).filter(|rest| !rest.is_zero())
        {
            advance(rest).await;
        }
        due = start + PERIOD * (start.elapsed().as_secs() as u32 + 1);
        all.push(read_sensor(number).await);
    }
    all
}
