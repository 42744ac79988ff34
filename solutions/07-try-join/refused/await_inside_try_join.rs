//! Awaits each sheet inside of `try_join!`. | awaited-too-early: "A future is expected here, and"

pub mod given;

use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) =
        tokio::try_join!(load_sheet(a).await, load_sheet(b).await, load_sheet(c).await)?;
    Ok(Report { sheets: [a, b, c] })
}
