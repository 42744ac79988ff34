//! Looks every 300 milliseconds whether something has ended. | a_report_takes_as_long_as_its_slowest_sheet: "It took" | the_first_error_ends_the_wait_at_once: "still it waited"  | the_other_loads_are_broken_off_at_that_moment: "was cancelled at"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut loads = JoinSet::new();
    for (place, file) in files.into_iter().enumerate() {
        let file = file.to_owned();
        loads.spawn(async move {
            let sheet = load_sheet(&file).await.with_context(|| format!("loading {file}"))?;
            anyhow::Ok((place, sheet))
        });
    }
    let mut sheets = [None, None, None];
    while !loads.is_empty() {
        sleep(Duration::from_millis(300)).await;
        while let Some(ended) = loads.try_join_next() {
            let (place, sheet) = ended??;
            sheets[place] = Some(sheet);
        }
    }
    let [Some(a), Some(b), Some(c)] = sheets else { anyhow::bail!("a sheet is missing") };
    Ok(Report { sheets: [a, b, c] })
}
