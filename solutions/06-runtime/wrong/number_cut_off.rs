//! Keeps the numbers in 16 bits. | all_of_this_holds_for_whatever_gauges: "was read 0 ×"

pub mod given;

use given::{Report, read_gauge};
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    if tokio::runtime::Handle::try_current().is_ok() {
        anyhow::bail!("run_report was called from within a runtime");
    }
    Ok(tokio::runtime::Builder::new_current_thread().enable_time().build()?)
}
pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let ids: Vec<u16> = ids.iter().map(|&id| id as u16).collect();
    Ok(Report::new(runtime()?.block_on(futures::future::try_join_all(
        ids.into_iter().map(|id| read_gauge(id.into())),
    ))?))
}
