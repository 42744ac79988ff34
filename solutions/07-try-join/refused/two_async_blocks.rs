//! Puts async blocks into one list. | different-futures: "Each `async` block and each `async"

pub mod given;

use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let loads =
        vec![async { load_sheet(files[0]).await }, async { load_sheet(files[1]).await }, async {
            load_sheet(files[2]).await
        }];
    let sheets = futures::future::try_join_all(loads).await?;
    Ok(Report { sheets: sheets.try_into().unwrap() })
}
