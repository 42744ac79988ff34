//! Unwraps each result. | the_first_error_ends_the_wait_at_once: "It panicked at" | of_several_errors_it_is_the_one_that_came_first: "unwrap" | the_other_loads_are_broken_off_at_that_moment: "It panicked at" | the_error_says_which_file_and_why: "An Err is an answer too" | the_trouble_itself_is_the_cause_of_the_error: "It panicked at" | every_sheet_is_loaded_once_whether_that_works_or_not: "It panicked at"

pub mod given;

use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (a, b, c) = tokio::join!(load_sheet(a), load_sheet(b), load_sheet(c));
    Ok(Report { sheets: [a.unwrap(), b.unwrap(), c.unwrap()] })
}
