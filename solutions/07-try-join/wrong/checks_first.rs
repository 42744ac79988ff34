//! Loads all three to see whether that works, and then once more for the report. | a_report_takes_as_long_as_its_slowest_sheet: "It took 10 s" | every_sheet_is_loaded_once_whether_that_works_or_not: "a load of its own"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

async fn named(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    tokio::try_join!(named(a), named(b), named(c))?;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
