//! Awaits in a function that is not async. | await-outside-async: "`.await` only works inside an `async"

pub mod given;

use given::{Report, read_gauge};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let mut readings = Vec::new();
    for id in ids {
        readings.push(read_gauge(*id).await?);
    }
    Ok(Report::new(readings))
}
