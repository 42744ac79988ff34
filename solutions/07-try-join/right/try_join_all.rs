//! try_join_all, for as many files as there may be.

pub mod given;

use anyhow::{Context, anyhow};
use futures::future::{TryFutureExt, try_join_all};
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let loads = files.map(|file| {
        load_sheet(file).map_err(move |trouble| anyhow!(trouble).context(format!("loading {file}")))
    });
    let sheets = try_join_all(loads).await?;
    let sheets = sheets.try_into().ok().context("not three sheets")?;
    Ok(Report { sheets })
}
