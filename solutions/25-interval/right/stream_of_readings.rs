//! A stream of ticks, each of which becomes a reading.

pub mod given;

use futures::{StreamExt, stream};
use given::{PERIOD, Reading, read_sensor};
use tokio::time::{MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let ticks = stream::unfold(seconds, async |mut seconds| {
        let tick = seconds.tick().await;
        Some((tick, seconds))
    });
    stream::iter(1..=readings)
        .zip(ticks)
        .then(async |(number, _)| read_sensor(number).await)
        .collect()
        .await
}
