//! Counts up to one less than `readings + 1`, which is too much for a usize if `readings` is all that there can be. | all_of_this_holds_for_whatever_readings: "attempt to add with overflow"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..readings + 1 {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
