//! Puts `#[tokio::main]` above the function. | tokio-feature: "This part of the crate isn't"

pub mod given;

use given::{Report, read_gauge};

#[tokio::main]
pub async fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let readings = futures::future::try_join_all(ids.iter().map(|id| read_gauge(*id))).await?;
    Ok(Report::new(readings))
}
