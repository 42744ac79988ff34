//! Adds a context to futures inside `try_join!`. | context-on-future: "do both in a small `async fn`"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [x, y, z] = files;
    let (a, b, c) = tokio::try_join!(
        load_sheet(x).context("x"),
        load_sheet(y).context("y"),
        load_sheet(z).context("z")
    )?;
    Ok(Report { sheets: [a, b, c] })
}
