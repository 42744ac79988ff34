//! Calls every gauge once to see whether it is there, and then for its reading. | all_gauges_are_read_at_the_same_time: "As many as 10 were under way at once" | each_gauge_is_read_once: "Gauge 150 was read 2 times"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let readings = runtime.block_on(async {
        let there = try_join_all(ids.iter().map(|&id| read_gauge(id)));
        let readings = try_join_all(ids.iter().map(|&id| read_gauge(id)));
        tokio::try_join!(there, readings)
    })?;
    Ok(Report::new(readings.1))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
