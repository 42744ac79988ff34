//! Pushes blocks that borrow the variable of the loop. | borrowed-too-long: "gone before it is"

pub mod given;

use anyhow::Context;
use futures::future::try_join_all;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut loads = Vec::new();
    for file in files {
        loads.push(async { load_sheet(file).await.with_context(|| format!("loading {file}")) });
    }
    let sheets = try_join_all(loads).await?;
    Ok(Report { sheets: sheets.try_into().unwrap() })
}
