//! Catches tokio's panic and makes an error of it. | from_within_a_runtime_it_reads_nothing_and_does_not_panic: "Catching that is too late"

pub mod given;

use anyhow::anyhow;
use futures::future::try_join_all;
use given::{Report, read_gauge};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::runtime::Builder;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    catch_unwind(AssertUnwindSafe(|| {
        let runtime = Builder::new_current_thread().enable_time().build()?;

        let readings = runtime.block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
        Ok(Report::new(readings))
    }))
    .unwrap_or_else(|_| Err(anyhow!("the runtime panicked")))
}
