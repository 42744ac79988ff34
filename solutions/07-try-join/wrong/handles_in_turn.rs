//! Spawns all three and awaits the handles from left to right. | the_first_error_ends_the_wait_at_once: "a load that stands earlier in the list" | of_several_errors_it_is_the_one_that_came_first: "line dropped" | the_other_loads_are_broken_off_at_that_moment: "ran to its end"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
use tokio::task::JoinSet;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    // The set is there so that nothing is left running.
    let mut tasks = JoinSet::new();
    let results = files.map(|file| {
        let file = file.to_owned();
        let (sender, result) = tokio::sync::oneshot::channel();
        tasks.spawn(async move {
            let sheet = load_sheet(&file).await.with_context(|| format!("loading {file}"));
            let _ = sender.send(sheet);
        });
        result
    });
    let [a, b, c] = results;
    Ok(Report { sheets: [a.await??, b.await??, c.await??] })
}
