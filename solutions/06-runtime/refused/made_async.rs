//! Makes the function async, whose callers cannot await. | other-signature: "the tests can't call it"

pub mod given;

use given::{Report, read_gauge};

pub async fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let readings = futures::future::try_join_all(ids.iter().map(|id| read_gauge(*id))).await?;
    Ok(Report::new(readings))
}
