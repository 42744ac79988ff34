//! One runtime, and a block_on for each gauge. | all_gauges_are_read_at_the_same_time: "Each gauge was read only when"

pub mod given;

use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let readings = ids.iter().map(|&id| runtime.block_on(read_gauge(id)));
    Ok(Report::new(readings.collect::<Result<_, _>>()?))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
