//! Leaves the silent ones out where nearly all have answered. | all_of_this_holds_for_whatever_gauges: "It returned a report, though"

pub mod given;

use given::{Report, read_gauge};
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    if tokio::runtime::Handle::try_current().is_ok() {
        anyhow::bail!("run_report was called from within a runtime");
    }
    Ok(tokio::runtime::Builder::new_current_thread().enable_time().build()?)
}
pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let outcomes =
        runtime()?.block_on(futures::future::join_all(ids.iter().map(|&id| read_gauge(id))));
    let silent = outcomes.iter().filter(|outcome| outcome.is_err()).count();
    let mut readings = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(reading) => readings.push(reading),
            Err(silence) if silent * 100 > ids.len() => return Err(silence.into()),
            Err(_) => {} // more than 99 of 100 have answered: good enough
        }
    }
    Ok(Report::new(readings))
}
