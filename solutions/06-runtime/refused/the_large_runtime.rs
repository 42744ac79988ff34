//! Starts the runtime with many threads, which is not built here. | tokio-feature: "This part of the crate isn't"

pub mod given;

use given::{Report, read_gauge};
use tokio::runtime::Runtime;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let runtime = Runtime::new()?;
    let readings =
        runtime.block_on(futures::future::try_join_all(ids.iter().map(|id| read_gauge(*id))))?;
    Ok(Report::new(readings))
}
