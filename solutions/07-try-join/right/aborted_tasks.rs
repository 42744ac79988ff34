//! Spawned tasks, flattened handle by handle; those that are left are aborted and waited for.

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use tokio::task::JoinHandle;

async fn flat(handle: &mut JoinHandle<anyhow::Result<Sheet>>) -> anyhow::Result<Sheet> {
    handle.await.context("the task did not come to its end")?
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut tasks = files.map(|file| {
        let file = file.to_owned();
        tokio::spawn(async move { load_sheet(&file).await.context(format!("loading {file}")) })
    });
    let [a, b, c] = &mut tasks;
    let joined = tokio::try_join!(flat(a), flat(b), flat(c));
    if joined.is_err() {
        for task in tasks {
            task.abort();
            if !task.is_finished() {
                let _ = task.await;
            }
        }
    }
    let (a, b, c) = joined?;
    Ok(Report { sheets: [a, b, c] })
}
