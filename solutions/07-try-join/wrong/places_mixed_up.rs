//! Keeps a list of places beside the loads, and forgets that select_all fills a gap with the last. | the_error_says_which_file_and_why: "loading arcade.csv: line dropped"

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use futures::future::select_all;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut loads: Vec<_> = files.iter().map(|file| load_sheet(file).boxed()).collect();
    // Which place of `files` each of `loads` is for.
    let mut places = vec![0, 1, 2];
    let mut sheets = [None, None, None];
    while !loads.is_empty() {
        let (sheet, index, rest) = select_all(loads).await;
        let place = places.remove(index);
        sheets[place] = Some(sheet.with_context(|| format!("loading {}", files[place]))?);
        loads = rest;
    }
    let [Some(a), Some(b), Some(c)] = sheets else { anyhow::bail!("a sheet is missing") };
    Ok(Report { sheets: [a, b, c] })
}
