//! Starts a runtime for each gauge, one after another. | all_gauges_are_read_at_the_same_time: "Each gauge was read only when"

pub mod given;

use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let mut readings = Vec::new();
    for &id in ids {
        let runtime = Builder::new_current_thread().enable_time().build()?;

        readings.push(runtime.block_on(read_gauge(id))?);
    }
    Ok(Report::new(readings))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
