//! Lets the thread sleep for a few milliseconds before each load. | all_of_this_holds_for_whatever_files: "The thread that runs all tasks slept"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use std::time::Duration;
async fn one(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}
fn report(sheets: Vec<Sheet>) -> Report {
    Report { sheets: sheets.try_into().expect("three sheets") }
}
async fn slow(file: &str) -> anyhow::Result<Sheet> {
    std::thread::sleep(Duration::from_millis(5));
    one(file).await
}
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    Ok(report(futures::future::try_join_all(files.map(slow)).await?))
}
