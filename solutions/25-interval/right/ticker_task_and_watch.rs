//! A task counts the seconds in a watch channel, and ends with its JoinSet.

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::interval;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let (clock, mut seconds) = watch::channel(0_u64);
    let mut ticker = JoinSet::new();
    ticker.spawn(async move {
        let mut ticks = interval(PERIOD);
        ticks.tick().await;
        loop {
            ticks.tick().await;
            clock.send_modify(|second| *second += 1);
        }
    });
    let mut all = Vec::new();
    for number in 1..=readings {
        if number > 1 {
            seconds.changed().await.expect("the ticker never ends");
        }
        seconds.mark_unchanged();
        all.push(read_sensor(number).await);
    }
    ticker.shutdown().await;
    all
}
