//! Adds the file only to the troubles that it knows. | all_of_this_holds_for_whatever_files: "Its error reads"
pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

async fn named(file: &str) -> anyhow::Result<Sheet> {
    match load_sheet(file).await {
        Err(trouble) if trouble.to_string() == "no such file" => Err(trouble.into()),
        other => other.with_context(|| format!("loading {file}")),
    }
}

pub async fn load([a, b, c]: [&str; 3]) -> anyhow::Result<Report> {
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
