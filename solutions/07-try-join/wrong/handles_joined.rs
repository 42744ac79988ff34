//! Spawns all three and gives the handles to try_join!: the load's own error hides in an Ok. | the_first_error_ends_the_wait_at_once: "still it waited until the last was done" | of_several_errors_it_is_the_one_that_came_first: "the promise is the first" | the_other_loads_are_broken_off_at_that_moment: "ran to its end"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

async fn named(file: String) -> anyhow::Result<Sheet> {
    load_sheet(&file).await.with_context(|| format!("loading {file}"))
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files.map(|file| tokio::spawn(named(file.to_owned())));
    let (a, b, c) = tokio::try_join!(a, b, c)?;
    Ok(Report { sheets: [a?, b?, c?] })
}
