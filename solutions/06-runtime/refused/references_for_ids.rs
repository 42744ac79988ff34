//! Calls with a reference to an id. | reference-found: "This is a reference"

pub mod given;

use given::{Report, read_gauge};
pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let rt = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let readings = rt.block_on(async {
        let mut out = vec![];
        for id in ids {
            out.push(read_gauge(id).await?);
        }
        Ok(out)
    })?;
    Ok(Report::new(readings))
}
