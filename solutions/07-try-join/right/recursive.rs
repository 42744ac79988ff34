//! The first load beside all the rest, which is the second beside all the rest: boxed recursion.

pub mod given;

use anyhow::{Context, anyhow};
use futures::future::{BoxFuture, FutureExt, try_join};
use given::{Report, Sheet, load_sheet};

fn all<'a>(files: &'a [&'a str]) -> BoxFuture<'a, anyhow::Result<Vec<Sheet>>> {
    async move {
        let Some((first, rest)) = files.split_first() else { return Ok(Vec::new()) };
        let first = async { load_sheet(first).await.with_context(|| format!("loading {first}")) };
        let (first, mut rest) = try_join(first, all(rest)).await?;
        rest.insert(0, first);
        Ok(rest)
    }
    .boxed()
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let sheets = all(&files).await?;
    let sheets = sheets.try_into().map_err(|_| anyhow!("not three sheets"))?;
    Ok(Report { sheets })
}
