//! Blames the first café in its list of those that have had trouble before. | of_several_errors_it_is_the_one_that_came_first: "the promise is the first"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};

const KNOWN_FOR_TROUBLE: [&str; 3] = ["airport.csv", "castle.csv", "museum.csv"];

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files.map(load_sheet);
    let blamed = KNOWN_FOR_TROUBLE.into_iter().find(|file| files.contains(file));
    let (a, b, c) = tokio::try_join!(a, b, c)
        .with_context(|| format!("loading {}", blamed.unwrap_or("a sheet")))?;
    Ok(Report { sheets: [a, b, c] })
}
