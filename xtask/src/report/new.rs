//! Shows an exercise that was made, and what it still needs.

use super::{BOLD, FAINT, PLAIN, Page, painted};
use crate::new_exercise::{NewExercise, TODO_MARK};

/// The files of a new exercise, and how to go on.
pub fn new_exercise(page: &mut Page, new: &NewExercise) {
    let NewExercise { heading, number, files } = new;
    page.paragraph(BOLD, 0, heading);
    for file in files {
        // A path stays in one piece: it is to be clicked on.
        page.line(format_args!("  {}", painted(FAINT, file)));
    }
    page.gap();
    let text = format!(
        "It compiles and its promises can be kept. What only you can write is marked {TODO_MARK}; wrong and \
         right answers go into wrong/ and right/ of its solution. docs/authors.md tells how."
    );
    page.paragraph(PLAIN, 2, &text);
    page.line(format_args!("  cargo xtask verify {number}   what is left"));
}
