//! Asks each café twice at the same time, to be on the safe side. | every_sheet_is_loaded_once_whether_that_works_or_not: "was loaded 2 times"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

async fn named(file: &str) -> anyhow::Result<Sheet> {
    tokio::select! {
        sheet = load_sheet(file) => sheet,
        sheet = load_sheet(file) => sheet,
    }
    .with_context(|| format!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
