//! A reading and the rest of its second are awaited together.

pub mod given;

use futures::future::join;
use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, sleep};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let start = Instant::now();
    let mut all = Vec::new();
    for number in 1..readings {
        let since_the_second = start.elapsed().subsec_nanos();
        let rest = PERIOD - std::time::Duration::from_nanos(since_the_second.into());
        let (reading, ()) = join(read_sensor(number), sleep(rest)).await;
        all.push(reading);
    }
    if readings > 0 {
        all.push(read_sensor(readings).await);
    }
    all
}
