//! Forgets a watcher task that was to look after the line, whatever comes. | the_other_loads_are_broken_off_at_that_moment: "1 spawned task was still running" | a_good_day_leaves_nothing_running_either: "1 spawned task was still running"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use std::time::Duration;

async fn named(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let _watcher = tokio::spawn(tokio::time::sleep(Duration::from_secs(60)));
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
