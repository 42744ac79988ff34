//! Only counts the silent gauges when there are several. | all_of_this_holds_for_whatever_gauges: "gauges could not be read"
pub mod given;

use futures::future::join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    anyhow::ensure!(Handle::try_current().is_err(), "within a runtime");
    let rt = Builder::new_current_thread().enable_time().build()?;
    let answers = rt.block_on(join_all(ids.iter().map(|&id| read_gauge(id))));
    let (good, mut bad): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    match bad.len() {
        0 => Ok(Report::new(good.into_iter().map(Result::unwrap).collect())),
        1 => Err(bad.remove(0).unwrap_err().into()),
        n => anyhow::bail!("{n} gauges could not be read"),
    }
}
