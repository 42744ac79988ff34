//! Awaits each load before the next, as `?` invites to. | all_three_are_loaded_at_the_same_time: "No two loads overlapped" | a_report_takes_as_long_as_its_slowest_sheet: "It took 9 s" | the_first_error_ends_the_wait_at_once: "It took 4 s" | of_several_errors_it_is_the_one_that_came_first: "line dropped" | the_other_loads_are_broken_off_at_that_moment: "ran to its end" | every_sheet_is_loaded_once_whether_that_works_or_not: "market.csv was never loaded"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut sheets = Vec::new();
    for file in files {
        sheets.push(load_sheet(file).await.with_context(|| format!("loading {file}"))?);
    }
    Ok(Report { sheets: sheets.try_into().ok().context("not three sheets")? })
}
