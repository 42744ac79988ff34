//! Makes each reading in a task, which goes on when the call is dropped. | all_of_this_holds_for_whatever_readings: "1 spawned task was still running"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        all.push(tokio::spawn(read_sensor(number)).await.expect("no reading panics"));
    }
    all
}
