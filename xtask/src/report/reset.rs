//! Shows what `reset` has put back.

use super::{BOLD, FAINT, PLAIN, Page, painted};
use crate::course::Exercise;
use crate::failure::Failure;
use crate::skeleton::Restored;
use verdict::text::{columns, pad};

/// One exercise, and how to go on.
pub fn reset(page: &mut Page, exercise: &Exercise, restored: &Restored) {
    let (heading, number) = (exercise.heading(), &exercise.number);
    let state = match restored {
        Restored::AsItWas => "is as it began: nothing was changed.",
        Restored::Replaced { .. } => "is back to where it began.",
    };
    page.wrapped(BOLD, 0, &format!("{heading} {state}"));
    page.gap();
    // A path stays in one piece, whatever the width.
    let mut step =
        |what: &str, how: &str| page.line(format_args!("  {what}{}", painted(FAINT, how)));
    if let Restored::Replaced { kept, link } = restored {
        if let Some(kept) = kept {
            step("Kept     ", kept);
        }
        if let Some(target) = link {
            step("Link to  ", &format!("{} (which is as it was)", target.display()));
        }
    }
    step("Edit     ", &exercise.answer());
    step("Then     ", &format!("cargo xtask check {number}"));
}

/// All exercises, a line each.
pub fn reset_all(page: &mut Page, results: &[(&Exercise, Result<Restored, Failure>)]) {
    let widest = results.iter().map(|(e, _)| columns(&e.heading())).max().unwrap_or(0);
    for (exercise, result) in results {
        let mark = page.terminal().mark(result.is_ok());
        let lead = format!("{mark} {}  ", pad(&exercise.heading(), widest));
        match result {
            Ok(Restored::AsItWas) => page.line(lead + "as it began"),
            Ok(Restored::Replaced { kept: Some(kept), .. }) => {
                page.line(format!("{lead}kept {kept}"));
            }
            Ok(Restored::Replaced { kept: None, .. }) => page.line(lead + "put there"),
            Err(failure) => page.item(PLAIN, 0, widest + 4, &lead, &failure.to_string()),
        }
    }
}
