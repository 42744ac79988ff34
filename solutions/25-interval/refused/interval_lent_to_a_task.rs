//! A task borrows the interval and the list. | borrowed-in-task: "may go on after this function has ended"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    let reader = tokio::spawn(async {
        for number in 1..=readings {
            seconds.tick().await;
            all.push(read_sensor(number).await);
        }
    });
    reader.await.expect("no reading panics");
    all
}
