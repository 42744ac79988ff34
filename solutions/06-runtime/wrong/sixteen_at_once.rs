//! Reads sixteen gauges at once and no more. | all_gauges_are_read_at_the_same_time: "At most 16 were under way at once"

pub mod given;

use futures::stream::{self, StreamExt, TryStreamExt};
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let calls = stream::iter(ids.iter().map(|&id| read_gauge(id))).buffered(16);
    Ok(Report::new(runtime.block_on(calls.try_collect())?))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
