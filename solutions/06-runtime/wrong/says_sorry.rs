//! Returns an error within a runtime, which does not say why. | from_within_a_runtime_it_returns_an_error: "it has the word"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    anyhow::ensure!(Handle::try_current().is_err(), "sorry, not here");
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let readings = runtime.block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
    Ok(Report::new(readings))
}
