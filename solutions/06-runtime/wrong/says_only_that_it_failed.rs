//! Makes an error of its own and loses what the gauge said. | a_gauge_that_does_not_answer_is_an_error_that_says_so: "is not part of this one"

pub mod given;

use anyhow::anyhow;
use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    runtime
        .block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))
        .map(Report::new)
        .map_err(|_| anyhow!("could not read all gauges"))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
