//! Reports the gauges in the order in which they answered. | the_report_has_every_gauge_in_the_order_asked_for: "right gauges in another order"

pub mod given;

use futures::stream::{FuturesUnordered, TryStreamExt};
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let calls: FuturesUnordered<_> = ids.iter().map(|&id| read_gauge(id)).collect();
    Ok(Report::new(runtime.block_on(calls.try_collect())?))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
