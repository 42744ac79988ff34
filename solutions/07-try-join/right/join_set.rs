//! A JoinSet of tasks, heard in the order in which they end; dropping the set aborts the rest.

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
use tokio::task::JoinSet;

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
        // Two layers: whether the task came to its end, and what the load in it came to.
        let (place, sheet) = ended??;
        sheets[place] = Some(sheet);
    }
    let [Some(a), Some(b), Some(c)] = sheets else { anyhow::bail!("a sheet is missing") };
    Ok(Report { sheets: [a, b, c] })
}
