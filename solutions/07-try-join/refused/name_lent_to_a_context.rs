//! Lends the name of a file to the error. | context-lends: "a text of its own"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let a = load_sheet(files[0]).await.context(files[0])?;
    todo!()
}
