//! Puts the loads that are not done yet aside, where nobody ever drops them. | the_other_loads_are_broken_off_at_that_moment: "was still running"

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use futures::future::select_all;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files.map(|file| {
        let file = file.to_owned();
        async move { load_sheet(&file).await.with_context(|| format!("loading {file}")) }
    });
    let mut loads = vec![a.boxed(), b.boxed(), c.boxed()];
    let mut sheets = Vec::new();
    while !loads.is_empty() {
        let (sheet, _, rest) = select_all(loads).await;
        match sheet {
            Ok(sheet) => sheets.push(sheet),
            Err(error) => {
                std::mem::forget(rest);
                return Err(error);
            }
        }
        loads = rest;
    }
    sheets.sort_by_key(|sheet| files.iter().position(|file| *file == sheet.file()));
    Ok(Report { sheets: sheets.try_into().ok().context("not three sheets")? })
}
