//! Takes a Result of three sheets apart. | result-taken-apart: "one Result of several values"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::try_join!(load_sheet(a), load_sheet(b), load_sheet(c));
    Ok(Report { sheets: [a, b, c] })
}
