//! Puts the sheets into the report as they come in. | the_report_has_the_sheets_in_the_order_of_the_files: "the promise is station.csv, bridge.csv, market.csv"

pub mod given;

use anyhow::Context;
use futures::stream::{FuturesUnordered, TryStreamExt};
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let loads: FuturesUnordered<_> = files
        .into_iter()
        .map(
            |file| async move { load_sheet(file).await.with_context(|| format!("loading {file}")) },
        )
        .collect();
    let sheets: Vec<_> = loads.try_collect().await?;
    Ok(Report { sheets: sheets.try_into().ok().context("not three sheets")? })
}
