//! Writes a new error that quotes the old one. | the_trouble_itself_is_the_cause_of_the_error: "a program cannot get at it"

pub mod given;

use anyhow::anyhow;
use given::{Report, Sheet, load_sheet};

async fn named(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.map_err(|trouble| anyhow!("loading {file}: {trouble}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
