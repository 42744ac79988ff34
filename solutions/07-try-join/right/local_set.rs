//! Tasks in a LocalSet that is dropped with all that is still in it; each waits its turn to begin.

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
use tokio::task::{LocalSet, spawn_local, yield_now};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let files = files.map(str::to_owned);
    let room = LocalSet::new();
    room.run_until(async move {
        // From right to left: nobody has promised to begin with the first.
        let mut loads = Vec::new();
        for file in files.into_iter().rev() {
            yield_now().await;
            loads.push(async {
                let load = async move {
                    load_sheet(&file).await.with_context(|| format!("loading {file}"))
                };
                spawn_local(load).await?
            });
        }
        let mut sheets = futures::future::try_join_all(loads).await?;
        sheets.reverse();
        let sheets = sheets.try_into().ok().context("not three sheets")?;
        Ok(Report { sheets })
    })
    .await
}
