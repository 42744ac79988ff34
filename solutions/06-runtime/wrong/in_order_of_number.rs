//! Sorts the gauges by their numbers. | the_report_has_every_gauge_in_the_order_asked_for: "right gauges in another order"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let mut ids = ids.to_vec();
    ids.sort_unstable();
    Ok(Report::new(runtime.block_on(try_join_all(ids.into_iter().map(read_gauge)))?))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
