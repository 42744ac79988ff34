//! Spawns all three and lets the first error through, but leaves the other tasks to themselves. | the_other_loads_are_broken_off_at_that_moment: "dropping a JoinHandle does not stop its task"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

async fn started(file: &str) -> anyhow::Result<Sheet> {
    let file = file.to_owned();
    let task = async move { load_sheet(&file).await.with_context(|| format!("loading {file}")) };
    tokio::spawn(task).await?
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let (a, b, c) = tokio::try_join!(started(files[0]), started(files[1]), started(files[2]))?;
    Ok(Report { sheets: [a, b, c] })
}
