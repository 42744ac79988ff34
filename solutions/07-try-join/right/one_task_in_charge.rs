//! One task loads all and sends the outcome; the one that waits aborts it when it goes.

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use tokio::sync::oneshot;
use tokio::task::{JoinSet, yield_now};

async fn named(file: String) -> anyhow::Result<Sheet> {
    yield_now().await;
    let sheet = load_sheet(&file).await;
    yield_now().await;
    sheet.with_context(|| format!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files.map(str::to_owned);
    let (done, outcome) = oneshot::channel();
    let mut owner = JoinSet::new();
    owner.spawn(async move {
        let sheets = tokio::try_join!(named(a), named(b), named(c));
        let _ = done.send(sheets.map(|(a, b, c)| Report { sheets: [a, b, c] }));
    });
    let outcome = outcome.await.context("nobody is at work any more")?;
    owner.shutdown().await;
    outcome
}
