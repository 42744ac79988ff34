//! # 25 · Interval: an answer

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

/// Reads the sensor `readings` times, one reading a second, and returns the readings in order.
pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    // Made once, outside the loop: it remembers when it began, and that is the whole point. One that
    // is made in each round would begin anew, and its first tick comes at once.
    let mut seconds = interval(PERIOD);

    // What happens to ticks that came while we were busy. The default, Burst, makes up for all of
    // them, one right after the other. Delay makes up for one and counts on from there, so the
    // schedule moves. Skip makes up for one, and the next comes when it would have come anyway.
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);

    // No room is made for `readings` in advance: it may be more than any memory holds.
    let mut all = Vec::new();
    for number in 1..=readings {
        // The tick comes first. The first one doesn't wait, and after the last reading there is
        // none to wait for.
        seconds.tick().await;
        all.push(read_sensor(number).await);
    }
    all
}
