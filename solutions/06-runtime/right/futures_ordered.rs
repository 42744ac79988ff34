//! A stream of readings in the order of the ids, and an enable_all.

pub mod given;

use futures::stream::{FuturesOrdered, TryStreamExt};
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let calls: FuturesOrdered<_> = ids.iter().map(|&id| read_gauge(id)).collect();
    let readings = runtime.block_on(calls.try_collect::<Vec<_>>());
    runtime.shutdown_background();
    Ok(Report::new(readings?))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
