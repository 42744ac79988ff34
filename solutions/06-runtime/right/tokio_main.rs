//! The attribute of main, on an inner function.

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::Handle;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    if Handle::try_current().is_ok() {
        anyhow::bail!("there is a runtime here already");
    }
    report(ids)
}

#[tokio::main(flavor = "current_thread")]
async fn report(ids: &[u32]) -> anyhow::Result<Report> {
    Ok(Report::new(try_join_all(ids.iter().copied().map(read_gauge)).await?))
}
