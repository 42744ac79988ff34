//! Gives up on a reading after an hour, and tries once more. | all_of_this_holds_for_whatever_readings: "reading 3 was cancelled at"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval, timeout};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        let hour = 3600 * PERIOD;
        all.push(match timeout(hour, read_sensor(number)).await {
            Ok(reading) => reading,
            Err(_) => read_sensor(number).await,
        });
    }
    all
}
