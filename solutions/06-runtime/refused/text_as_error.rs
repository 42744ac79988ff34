//! Returns a text as the error. | text-for-error: "a text isn't one"

pub mod given;

use given::{Report, read_gauge};
pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    if tokio::runtime::Handle::try_current().is_ok() {
        return Err("already in a runtime");
    }
    let rt = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let readings =
        rt.block_on(futures::future::try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
    Ok(Report::new(readings))
}
