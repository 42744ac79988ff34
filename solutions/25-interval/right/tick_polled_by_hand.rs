//! poll_fn over poll_tick, and a fold.

pub mod given;

use futures::{StreamExt, stream};
use given::{PERIOD, Reading, read_sensor};
use std::future::poll_fn;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval_at(Instant::now(), PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let (_, all) = stream::iter(1..=readings)
        .fold((seconds, Vec::new()), async |(mut seconds, mut all), number| {
            poll_fn(|cx| seconds.poll_tick(cx)).await;
            all.push(read_sensor(number).await);
            (seconds, all)
        })
        .await;
    all
}
