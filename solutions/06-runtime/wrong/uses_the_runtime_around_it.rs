//! Blocks on the runtime that is there already. | from_within_a_runtime_it_returns_an_error: "Cannot start a runtime from within a runtime" | from_within_a_runtime_it_reads_nothing_and_does_not_panic: "Cannot start a runtime from within a runtime"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let all = try_join_all(ids.iter().map(|&id| read_gauge(id)));
    let readings = match Handle::try_current() {
        Ok(around) => around.block_on(all)?,
        Err(_) => Builder::new_current_thread().enable_time().build()?.block_on(all)?,
    };
    Ok(Report::new(readings))
}
