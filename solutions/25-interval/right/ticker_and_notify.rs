//! Somebody who is never busy ticks, and leaves a note: several notes that nobody has read are one.

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::sync::Notify;
use tokio::time::interval;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let due = Notify::new();
    let ticker = async {
        let mut seconds = interval(PERIOD);
        loop {
            seconds.tick().await;
            due.notify_one();
        }
    };
    let reader = async {
        let mut all = Vec::new();
        for number in 1..=readings {
            due.notified().await;
            all.push(read_sensor(number).await);
        }
        all
    };
    // The ticker never ends by itself. It is dropped when the reader is done.
    tokio::select! {
        all = reader => all,
        () = ticker => unreachable!("the ticker never ends"),
    }
}
