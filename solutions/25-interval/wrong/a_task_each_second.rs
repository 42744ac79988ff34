//! Starts a task each second, whatever the others do, as setInterval does. | a_slow_reading_is_finished_and_nothing_else_goes_on_meanwhile: "Two readings were in progress at once" | the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended: "Two readings were in progress at once" | after_a_slow_reading_the_schedule_goes_on_as_before: "Two readings were in progress at once"

pub mod given;

use futures::future::join_all;
use given::{PERIOD, Reading, read_sensor};
use tokio::time::interval;

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    let mut tasks = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        tasks.push(tokio::spawn(read_sensor(number)));
    }
    join_all(tasks).await.into_iter().flatten().collect()
}
