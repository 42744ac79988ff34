//! The progress bar of a class on a terminal; nothing on anything else.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};

/// A bar for so many students.
pub fn of(students: usize) -> ProgressBar {
    let target = if stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(Some(students as u64), target);
    let style =
        ProgressStyle::with_template("{bar:30} {pos}/{len} students, {eta} to go {wide_msg}")
            .expect("a template of this program's own");
    bar.with_style(style)
}
