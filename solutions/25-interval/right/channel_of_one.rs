//! A ticker puts ticks into a channel that has room for one, and drops those that find no room.

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::sync::mpsc;
use tokio::time::interval;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let (tick, mut ticks) = mpsc::channel(1);
    let ticker = async move {
        let mut seconds = interval(PERIOD);
        loop {
            seconds.tick().await;
            if let Err(mpsc::error::TrySendError::Closed(())) = tick.try_send(()) {
                break;
            }
        }
        std::future::pending().await
    };
    let reader = async {
        let mut all = Vec::new();
        for number in 1..=readings {
            ticks.recv().await;
            all.push(read_sensor(number).await);
        }
        all
    };
    tokio::select! {
        biased;
        all = reader => all,
        all = ticker => all,
    }
}
