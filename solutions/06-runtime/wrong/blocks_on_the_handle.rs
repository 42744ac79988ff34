//! Blocks on the handle of the runtime: nobody keeps its timers. | the_report_has_every_gauge_in_the_order_asked_for: "It never came back" | all_gauges_are_read_at_the_same_time: "It never came back" | each_gauge_is_read_once: "It never came back" | a_gauge_that_does_not_answer_is_an_error_that_says_so: "It never came back" | it_can_be_called_again: "It never came back"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let all = try_join_all(ids.iter().map(|&id| read_gauge(id)));
    let readings = runtime.handle().block_on(all)?;
    Ok(Report::new(readings))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
