//! Lends its parameter to a future of a closure. | closure-lends: "Make it an `async fn"

pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let one = |f: &str| async move { load_sheet(f).await.context(f.to_string()) };
    let [x, y, z] = files;
    let (a, b, c) = tokio::try_join!(one(x), one(y), one(z))?;
    Ok(Report { sheets: [a, b, c] })
}
