//! Puts a list where three sheets are promised. | list-for-array: "An array is expected, and this is a list"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let sheets = futures::future::try_join_all(files.map(|f| load_sheet(f))).await?;
    Ok(Report { sheets })
}
