//! Numbers the readings by the second at which they begin. | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "reading 5 never began" | after_a_slow_reading_the_schedule_goes_on_as_before: "reading 6 began at 5.5 s" | it_returns_all_readings_in_order: "[1, 2, 3, 4, 6, 7]"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::time::{Instant, MissedTickBehavior, interval};

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    let start = Instant::now();
    while all.len() < readings {
        seconds.tick().await;
        let number = start.elapsed().as_secs() as usize + 1;
        all.push(read_sensor(number).await);
    }
    all
}
