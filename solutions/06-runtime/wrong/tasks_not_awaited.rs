//! Spawns the readings and blocks on nothing that waits for them. | the_report_has_every_gauge_in_the_order_asked_for: "all tasks on it are dropped" | all_gauges_are_read_at_the_same_time: "all tasks on it are dropped" | a_gauge_that_does_not_answer_is_an_error_that_says_so: "all tasks on it are dropped" | it_can_be_called_again: "In the first call: The report has the gauges []"

pub mod given;

use given::{Report, read_gauge};
use std::sync::{Arc, Mutex};
use tokio::runtime::{Builder, Handle};
use tokio::task::yield_now;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let readings = Arc::new(Mutex::new(Vec::new()));
    runtime.block_on(async {
        for &id in ids {
            let readings = readings.clone();
            tokio::spawn(async move {
                if let Ok(reading) = read_gauge(id).await {
                    readings.lock().unwrap().push(reading);
                }
            });
        }
        yield_now().await;
    });
    drop(runtime);
    let readings = std::mem::take(&mut *readings.lock().unwrap());
    Ok(Report::new(readings))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
