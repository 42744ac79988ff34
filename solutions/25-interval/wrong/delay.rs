//! Has the schedule begin anew after each late tick. | after_a_slow_reading_the_schedule_goes_on_as_before: "moved for good"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
