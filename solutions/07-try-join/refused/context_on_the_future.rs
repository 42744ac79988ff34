//! `.context` is called on the future, before it is awaited. | context-on-future: "Await it first"
pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let (a, b, c) = tokio::try_join!(
        load_sheet(files[0]).context(format!("loading {}", files[0])),
        load_sheet(files[1]).context(format!("loading {}", files[1])),
        load_sheet(files[2]).context(format!("loading {}", files[2])),
    )?;
    Ok(Report { sheets: [a, b, c] })
}
