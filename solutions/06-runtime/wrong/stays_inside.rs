//! Enters the runtime and never leaves it: the next call believes that it is inside. | it_can_be_called_again: "In the third call: It failed"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Box::leak(Box::new(Builder::new_current_thread().enable_time().build()?));
    std::mem::forget(runtime.enter());
    let readings = runtime.block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
    Ok(Report::new(readings))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
