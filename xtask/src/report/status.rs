//! Shows where one is, what is next, and how to go on.

use super::{BOLD, FAINT, KEPT, NOTE, Page, exercise_status, painted};
use crate::exercise_status::{ExerciseStatus, State, Total};
use verdict::text::columns;

pub fn status(page: &mut Page, all: &[ExerciseStatus<'_>]) {
    page.paragraph(BOLD, 0, "Async Rust, one promise at a time");
    exercise_status::total(page, 2, Total::of(all));
    page.gap();
    match all.iter().find(|status| !status.solved()) {
        Some(next) => {
            let exercise = next.exercise;
            page.item(BOLD, 2, 6, "Next: ", &exercise.heading());
            let minutes = exercise.minutes;
            let kept = match (next.state, next.promises) {
                (State::Tried, Some((kept, of))) => {
                    format!("{kept} of {of} promises kept so far, ")
                }
                _ => String::new(),
            };
            page.wrapped(FAINT, 8, &format!("{kept}about {minutes} minutes"));
            page.gap();
            step(page, "1. Read", &format!("{}/README.md", exercise.folder));
            step(page, "2. Edit", &exercise.answer());
            step(page, "3.", &format!("cargo xtask check {}", exercise.number));
        }
        None => page.wrapped(KEPT, 2, "All solved. Nothing left to prove."),
    }
    page.gap();
    let mut changed = all.iter().filter(|status| status.state == State::Changed).peekable();
    if changed.peek().is_some() {
        page.wrapped(NOTE, 2, "Changed since it was solved (it counts all the same):");
        for ExerciseStatus { exercise, .. } in changed {
            let check = format!("(cargo xtask check {})", exercise.number);
            page.wrapped(NOTE, 4, &format!("{} {check}", exercise.heading()));
        }
        page.gap();
    }
    page.line(format_args!("  {}", painted(FAINT, "cargo xtask help   what else there is")));
}

/// A path stays in one piece, if need be on a line of its own: it is to be clicked on.
fn step(page: &mut Page, what: &str, how: &str) {
    if columns(what) + columns(how) + 3 > page.terminal().width {
        page.line(format_args!("  {}", painted(FAINT, what)));
        page.line(format_args!("     {}", painted(FAINT, how)));
    } else {
        page.line(format_args!("  {}", painted(FAINT, &format!("{what} {how}"))));
    }
}
