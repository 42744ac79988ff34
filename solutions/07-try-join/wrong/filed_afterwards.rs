//! Has the report filed by a task of its own, and does not wait for it. | a_good_day_leaves_nothing_running_either: "1 spawned task was still running"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use std::time::Duration;

async fn named(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    tokio::spawn(tokio::time::sleep(Duration::from_secs(1)));
    Ok(Report { sheets: [a, b, c] })
}
