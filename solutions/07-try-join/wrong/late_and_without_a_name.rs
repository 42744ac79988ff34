//! Two mistakes at once: it looks when all have ended, and says not which file it was. | the_first_error_ends_the_wait_at_once: "still it waited" | the_other_loads_are_broken_off_at_that_moment: "ran to its end" | the_error_says_which_file_and_why: "nothing added" | of_several_errors_it_is_the_one_that_came_first: "line dropped"

pub mod given;

use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files.map(load_sheet);
    let (a, b, c) = tokio::join!(a, b, c);
    Ok(Report { sheets: [a?, b?, c?] })
}
