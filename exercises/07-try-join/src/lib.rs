//! # 07 · Try join: an answer

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

/// Loads the three sheets at the same time and returns the report.
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [first, second, third] = files;
    // try_join! polls all three on this very task until all are Ok or one is Err. Then it returns,
    // and the futures of the others are dropped with it: that is what breaks off their loads. join!
    // would hand over three Results, and only when the slowest was there.
    let (first, second, third) = tokio::try_join!(named(first), named(second), named(third))?;
    Ok(Report { sheets: [first, second, third] })
}

/// One load, whose error says which file it was about. This is the last place that knows: of three
/// joined futures comes one error, and nothing on it tells where it is from.
async fn named(file: &str) -> anyhow::Result<Sheet> {
    // A closure, so that no text is put together for a load that works.
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}
