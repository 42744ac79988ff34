//! Tasks that send what they have; each stops when nobody listens any more.

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
use tokio::sync::mpsc;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let (sender, mut receiver) = mpsc::channel(1);
    for (place, file) in files.into_iter().enumerate() {
        let (sender, file) = (sender.clone(), file.to_owned());
        tokio::spawn(async move {
            tokio::select! {
                sheet = load_sheet(&file) => {
                    let sheet = sheet.with_context(|| format!("loading {file}"));
                    let _ = sender.send((place, sheet)).await;
                }
                () = sender.closed() => {}
            }
        });
    }
    drop(sender);
    let mut sheets = Vec::new();
    while let Some((place, sheet)) = receiver.recv().await {
        sheets.push((place, sheet?));
    }
    sheets.sort_by_key(|(place, _)| *place);
    let sheets: Vec<_> = sheets.into_iter().map(|(_, sheet)| sheet).collect();
    Ok(Report { sheets: sheets.try_into().ok().context("not three sheets")? })
}
