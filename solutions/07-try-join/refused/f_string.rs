//! Writes the context as an f-string. | text-literal: "There are no f-strings"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(
        async { load_sheet(a).await.context(f"loading {a}") },
        async { load_sheet(b).await.context(f"loading {b}") },
        async { load_sheet(c).await.context(f"loading {c}") },
    )?;
    Ok(Report { sheets: [a, b, c] })
}
