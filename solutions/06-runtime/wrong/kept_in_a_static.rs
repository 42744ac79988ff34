//! Keeps one runtime in a static, for all calls. | each_gauge_is_read_once: "time is already frozen"

pub mod given;
use given::*;
static RT: std::sync::LazyLock<tokio::runtime::Runtime> = std::sync::LazyLock::new(|| {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
});
pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    anyhow::ensure!(tokio::runtime::Handle::try_current().is_err(), "in a runtime");
    let r = RT.block_on(futures::future::try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
    Ok(Report::new(r))
}
