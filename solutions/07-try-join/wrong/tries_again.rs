//! Loads once more what could not be loaded. | the_first_error_ends_the_wait_at_once: "It took 2 s" | the_other_loads_are_broken_off_at_that_moment: "cancelled at 2 s" | every_sheet_is_loaded_once_whether_that_works_or_not: "a failure is an answer too"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

async fn named(file: &str) -> anyhow::Result<Sheet> {
    match load_sheet(file).await {
        Ok(sheet) => Ok(sheet),
        Err(_) => load_sheet(file).await.with_context(|| format!("loading {file}")),
    }
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
