//! FuturesUnordered gives whichever result is first; the sheets find their places by number.

pub mod given;

use anyhow::Context;
use futures::stream::{FuturesUnordered, TryStreamExt};
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let loads: FuturesUnordered<_> = files
        .into_iter()
        .enumerate()
        .map(|(place, file)| async move {
            let sheet = load_sheet(file).await.with_context(|| format!("loading {file}"))?;
            anyhow::Ok((place, sheet))
        })
        .collect();
    let mut sheets: Vec<_> = loads.try_collect().await?;
    sheets.sort_by_key(|(place, _)| *place);
    let sheets: Vec<_> = sheets.into_iter().map(|(_, sheet)| sheet).collect();
    let sheets = sheets.try_into().ok().context("not three sheets")?;
    Ok(Report { sheets })
}
