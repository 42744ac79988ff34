//! Gives the lines a moment to be closed before it hands the report over. | a_report_takes_as_long_as_its_slowest_sheet: "nothing in the timeline was under way"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use std::time::Duration;
use tokio::time::sleep;

async fn named(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    sleep(Duration::from_millis(100)).await;
    Ok(Report { sheets: [a, b, c] })
}
