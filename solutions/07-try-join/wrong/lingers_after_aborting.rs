//! Gives the aborted tasks a moment to be gone. | the_first_error_ends_the_wait_at_once: "still it waited for something else"

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
    while let Some(ended) = loads.join_next().await {
        match ended? {
            Ok((place, sheet)) => sheets[place] = Some(sheet),
            Err(error) => {
                loads.abort_all();
                sleep(Duration::from_millis(100)).await;
                return Err(error);
            }
        }
    }
    let [Some(a), Some(b), Some(c)] = sheets else { anyhow::bail!("a sheet is missing") };
    Ok(Report { sheets: [a, b, c] })
}
