//! With Delay: after a late tick, the interval is set to the schedule again.

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut start = None;
    let mut all = Vec::new();
    for number in 1..=readings {
        let tick = seconds.tick().await;
        let start = *start.get_or_insert(tick);
        let late = Instant::now() - start;
        seconds.reset_at(start + PERIOD * (late.as_secs() as u32 + 1));
        all.push(read_sensor(number).await);
    }
    all
}
