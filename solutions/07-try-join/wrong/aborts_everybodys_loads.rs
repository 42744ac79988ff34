//! Keeps the tasks of all calls in one static list, and a failing call aborts them all. | all_of_this_holds_for_whatever_files: "Each of them is right when it is alone"
pub mod given;

use anyhow::{Context, anyhow};
use futures::stream::{FuturesUnordered, StreamExt};
use given::{Report, load_sheet};
use std::sync::Mutex;
use tokio::task::AbortHandle;

static LOADING: Mutex<Vec<AbortHandle>> = Mutex::new(Vec::new());

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut loads = FuturesUnordered::new();
    for (n, file) in files.map(str::to_owned).into_iter().enumerate() {
        let task = tokio::spawn(async move {
            load_sheet(&file).await.with_context(|| format!("loading {file}"))
        });
        LOADING.lock().unwrap().push(task.abort_handle());
        loads.push(async move { (n, task.await) });
    }
    let mut sheets = [None, None, None];
    while let Some((n, joined)) = loads.next().await {
        match joined.map_err(|_| anyhow!("cancelled")).and_then(|it| it) {
            Ok(sheet) => sheets[n] = Some(sheet),
            Err(error) => {
                LOADING.lock().unwrap().drain(..).for_each(|task| task.abort());
                return Err(error);
            }
        }
    }
    Ok(Report { sheets: sheets.map(Option::unwrap) })
}
