//! Keeps one runtime in a static, for all calls. | the_report_has_every_gauge_in_the_order_asked_for: "time is already frozen" | all_gauges_are_read_at_the_same_time: "time is already frozen" | each_gauge_is_read_once: "time is already frozen" | a_gauge_that_does_not_answer_is_an_error_that_says_so: "time is already frozen"

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
