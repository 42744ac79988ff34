//! Joins all three and looks at the results afterwards. | the_first_error_ends_the_wait_at_once: "still it waited until the last was done" | of_several_errors_it_is_the_one_that_came_first: "the promise is the first" | the_other_loads_are_broken_off_at_that_moment: "ran to its end"

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files;
    let (first, second, third) = tokio::join!(load_sheet(a), load_sheet(b), load_sheet(c));
    Ok(Report {
        sheets: [
            first.with_context(|| format!("loading {a}"))?,
            second.with_context(|| format!("loading {b}"))?,
            third.with_context(|| format!("loading {c}"))?,
        ],
    })
}
