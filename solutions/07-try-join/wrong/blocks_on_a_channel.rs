//! Waits for its tasks at a channel of std, which holds up the one thread that they run on. | the_report_has_the_sheets_in_the_order_of_the_files: "a lock or channel of std" | all_three_are_loaded_at_the_same_time: "The thread was blocked" | a_report_takes_as_long_as_its_slowest_sheet: "The thread was blocked" | the_first_error_ends_the_wait_at_once: "The thread was blocked" | of_several_errors_it_is_the_one_that_came_first: "The thread was blocked" | the_other_loads_are_broken_off_at_that_moment: "The thread was blocked" | the_error_says_which_file_and_why: "The thread was blocked" | the_trouble_itself_is_the_cause_of_the_error: "The thread was blocked" | every_sheet_is_loaded_once_whether_that_works_or_not: "The thread was blocked" | a_good_day_leaves_nothing_running_either: "The thread was blocked"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
use std::sync::mpsc;
use tokio::task::JoinSet;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let (sender, receiver) = mpsc::channel();
    let mut loads = JoinSet::new();
    for (place, file) in files.into_iter().enumerate() {
        let (sender, file) = (sender.clone(), file.to_owned());
        loads.spawn(async move {
            let sheet = load_sheet(&file).await.with_context(|| format!("loading {file}"));
            let _ = sender.send((place, sheet));
        });
    }
    drop(sender);
    let mut sheets = [None, None, None];
    for (place, sheet) in receiver {
        sheets[place] = Some(sheet?);
    }
    let [Some(a), Some(b), Some(c)] = sheets else { anyhow::bail!("a sheet is missing") };
    Ok(Report { sheets: [a, b, c] })
}
