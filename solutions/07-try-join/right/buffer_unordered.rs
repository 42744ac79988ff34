//! A stream of loads, three at once, taken in the order in which they end.

pub mod given;

use anyhow::Context;
use futures::stream::{StreamExt, TryStreamExt, iter};
use given::{Report, load_sheet};
use std::collections::BTreeMap;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let sheets: BTreeMap<usize, _> = iter(files.into_iter().enumerate())
        .map(|(place, file)| async move {
            let sheet = load_sheet(file).await.with_context(|| format!("loading {file}"))?;
            anyhow::Ok((place, sheet))
        })
        .buffer_unordered(3)
        .try_collect()
        .await?;
    let sheets: Vec<_> = sheets.into_values().collect();
    Ok(Report { sheets: sheets.try_into().ok().context("not three sheets")? })
}
