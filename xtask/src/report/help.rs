//! Shows the help.

use super::{BOLD, FAINT, PLAIN, Page, painted};
use crate::cli::{TOPICS, Topic};
use verdict::text::{columns, pad};

/// What can be asked for, or more on one command.
pub fn help(page: &mut Page, topic: Option<&Topic>) {
    if let Some(topic) = topic.filter(|topic| !topic.details.is_empty()) {
        page.paragraph(BOLD, 0, &format!("cargo xtask {}", topic.usage));
        page.paragraph(PLAIN, 2, topic.details);
        if topic.usage.contains("EXERCISE") {
            exercise_names(page);
        }
        return;
    }
    page.paragraph(BOLD, 0, "cargo xtask [COMMAND]");
    page.paragraph(PLAIN, 2, "Without a command: where you are, and how to go on.");
    let widest = TOPICS.iter().map(|topic| columns(topic.usage)).max().unwrap_or(0);
    let longest = TOPICS.iter().map(|topic| columns(topic.summary)).max().unwrap_or(0);
    for topic in &TOPICS {
        if page.terminal().width < widest + longest + 4 {
            page.line(format_args!("  {}", topic.usage));
            page.wrapped(FAINT, 6, topic.summary);
        } else {
            let usage = pad(topic.usage, widest);
            page.line(format_args!("  {usage}  {}", painted(FAINT, topic.summary)));
        }
    }
    page.gap();
    exercise_names(page);
}

fn exercise_names(page: &mut Page) {
    let text = "EXERCISE is a number (01, 1), a name (gather), or a path into its folder. Without \
                one, a command means the exercise whose folder you are in, or else the first one not \
                solved. (reset and solution don't guess: outside such a folder they need a name.)";
    page.wrapped(FAINT, 2, text);
}
