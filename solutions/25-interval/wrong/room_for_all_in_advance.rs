//! Makes room for all readings in advance, however many that are. | all_of_this_holds_for_whatever_readings: "capacity overflow"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::with_capacity(readings);
    for number in 1..=readings {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
