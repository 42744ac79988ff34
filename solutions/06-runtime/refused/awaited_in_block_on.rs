//! Awaits what `block_on` gives. | block-on-awaited: "`block_on` waits by itself"

pub mod given;

use given::{Report, read_gauge};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let rt = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let readings =
        rt.block_on(futures::future::try_join_all(ids.iter().map(|&id| read_gauge(id)))).await?;
    Ok(Report::new(readings))
}
