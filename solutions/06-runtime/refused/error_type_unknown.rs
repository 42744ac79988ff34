//! Uses `?` in an async block without a type of error. | error-type-unknown: "The compiler can't tell which error"

pub mod given;

use given::{Report, read_gauge};
use tokio::runtime::Builder;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let runtime = Builder::new_current_thread().enable_time().build()?;
    let readings = runtime.block_on(async {
        let mut readings = Vec::new();
        for id in ids {
            readings.push(read_gauge(*id).await?);
        }
        Ok(readings)
    });
    Ok(Report::new(readings?))
}
