//! Uses `?` in a closure that returns a sheet. | question-mark-nowhere: "`?` returns early with the error"

pub mod given;

use given::{Report, Sheet, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let loads = files.map(|file| async move {
        let sheet: Sheet = load_sheet(file).await?;
        sheet
    });
    let [a, b, c] = loads;
    let (a, b, c) = tokio::join!(a, b, c);
    Ok(Report { sheets: [a, b, c] })
}
