//! Takes Delay, and sets the interval to the schedule again only after a tick that is ten milliseconds late or more. | all_of_this_holds_for_whatever_readings: "began at"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        let since = start.elapsed();
        if since.subsec_millis() >= 10 {
            seconds.reset_at(start + PERIOD * (since.as_secs() as u32 + 1));
        }
        all.push(read_sensor(number).await);
    }
    all
}
