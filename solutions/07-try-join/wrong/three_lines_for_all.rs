//! Has three lines for all calls together. | all_of_this_holds_for_whatever_files: "Each of them is right when it is alone"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use tokio::sync::Semaphore;
static LINES: Semaphore = Semaphore::const_new(3);
async fn one(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}
fn report(sheets: Vec<Sheet>) -> Report {
    Report { sheets: sheets.try_into().expect("three sheets") }
}
async fn over_a_line(file: &str) -> anyhow::Result<Sheet> {
    let _line = LINES.acquire().await?;
    one(file).await
}
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    Ok(report(futures::future::try_join_all(files.map(over_a_line)).await?))
}
