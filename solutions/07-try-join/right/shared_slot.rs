//! Each load that fails leaves its error in one place and rings; the wait is a race with the bell.

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use std::cell::OnceCell;
use tokio::sync::Notify;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let (failed, bell) = (OnceCell::new(), Notify::new());
    let one = async |file: &str| -> Option<Sheet> {
        match load_sheet(file).await.with_context(|| format!("loading {file}")) {
            Ok(sheet) => Some(sheet),
            Err(error) => {
                let _ = failed.set(error);
                bell.notify_one();
                None
            }
        }
    };
    let all = async { tokio::join!(one(files[0]), one(files[1]), one(files[2])) };
    let sheets = tokio::select! {
        biased;
        () = bell.notified() => None,
        (a, b, c) = all => a.zip(b).zip(c),
    };
    match sheets {
        Some(((a, b), c)) => Ok(Report { sheets: [a, b, c] }),
        None => Err(failed.into_inner().context("it rang for nothing")?),
    }
}
