//! Gives `with_context` a text. | closure-expected: "A closure is expected here"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(
        async { load_sheet(a).await.with_context(format!("loading {a}")) },
        async { load_sheet(b).await.with_context(format!("loading {b}")) },
        async { load_sheet(c).await.with_context(format!("loading {c}")) },
    )?;
    Ok(Report { sheets: [a, b, c] })
}
