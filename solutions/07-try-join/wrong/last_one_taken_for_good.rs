//! Names the loads only while others are under way; the last one is passed on as it is. | the_error_says_which_file_and_why: "nothing added"

pub mod given;

use anyhow::Context;
use futures::future::select_all;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let numbered = |place: usize| async move { (place, load_sheet(files[place]).await) };
    let mut loads: Vec<_> = (0..3).map(|place| Box::pin(numbered(place))).collect();
    let mut sheets = [None, None, None];
    while loads.len() > 1 {
        let ((place, ended), _, rest) = select_all(loads).await;
        loads = rest;
        sheets[place] = Some(ended.with_context(|| format!("loading {}", files[place]))?);
    }
    for last in loads {
        let (place, ended) = last.await;
        sheets[place] = Some(ended?);
    }
    let [Some(a), Some(b), Some(c)] = sheets else { unreachable!("each has its place") };
    Ok(Report { sheets: [a, b, c] })
}
