//! Loads a file once that is named twice, and copies the sheet. | all_of_this_holds_for_whatever_files: "did not begin at 0 s"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
async fn one(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| format!("loading {file}"))
}
fn report(sheets: Vec<Sheet>) -> Report {
    Report { sheets: sheets.try_into().expect("three sheets") }
}
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut names = files.to_vec();
    names.sort_unstable();
    names.dedup();
    let sheets = futures::future::try_join_all(names.into_iter().map(one)).await?;
    Ok(report(
        files
            .iter()
            .map(|file| sheets.iter().find(|sheet| sheet.file() == *file).unwrap().clone())
            .collect(),
    ))
}
