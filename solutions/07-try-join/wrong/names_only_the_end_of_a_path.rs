//! Its error names only the last part of a path. | all_of_this_holds_for_whatever_files: "castle.csv"
pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};
use std::path::Path;

async fn one(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.with_context(|| {
        let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
        format!("loading {name}")
    })
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let (a, b, c) = tokio::try_join!(one(files[0]), one(files[1]), one(files[2]))?;
    Ok(Report { sheets: [a, b, c] })
}
