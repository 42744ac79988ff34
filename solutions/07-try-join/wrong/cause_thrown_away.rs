//! Says which file it was and throws away what had happened. | the_error_says_which_file_and_why: "keeps it as the cause" | the_trouble_itself_is_the_cause_of_the_error: "keeps it as the cause"

pub mod given;

use anyhow::anyhow;
use given::{Report, Sheet, load_sheet};

async fn named(file: &str) -> anyhow::Result<Sheet> {
    load_sheet(file).await.map_err(|_| anyhow!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(named(a), named(b), named(c))?;
    Ok(Report { sheets: [a, b, c] })
}
