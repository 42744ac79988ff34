//! Writes the café's words into its own line, although the cause is printed after it. | the_error_says_which_file_and_why: "What the café reported is in it twice"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

async fn named(file: &str) -> anyhow::Result<Sheet> {
    match load_sheet(file).await {
        Ok(sheet) => Ok(sheet),
        Err(trouble) => Err(trouble).context(format!("loading {file}: {trouble}")),
    }
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
