//! Tasks that listen to a watch channel, and stop when one of them has failed.

pub mod given;

use anyhow::{Context, anyhow};
use given::{Report, load_sheet};
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let (stop, stopped) = watch::channel(false);
    let stop = Arc::new(stop);
    let error = Arc::new(Mutex::new(None));
    let tasks = files.map(|file| {
        let (file, error, stop) = (file.to_owned(), error.clone(), stop.clone());
        let mut stopped = stopped.clone();
        tokio::spawn(async move {
            let sheet = tokio::select! {
                _ = stopped.wait_for(|stopped| *stopped) => return None,
                sheet = load_sheet(&file) => sheet.with_context(|| format!("loading {file}")),
            };
            match sheet {
                Ok(sheet) => Some(sheet),
                Err(failed) => {
                    error.lock().unwrap().get_or_insert(failed);
                    let _ = stop.send(true);
                    None
                }
            }
        })
    });
    let mut sheets = Vec::new();
    for task in tasks {
        sheets.extend(task.await?);
    }
    if let Some(error) = error.lock().unwrap().take() {
        return Err(error);
    }
    let sheets = sheets.try_into().map_err(|_| anyhow!("not three sheets"))?;
    Ok(Report { sheets })
}
