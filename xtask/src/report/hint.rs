//! A hint, rendered for a terminal: as much of Markdown as hints use.

use super::{BOLD, FAINT, PLAIN, Page, painted};
use crate::course::Exercise;

/// One hint of several.
pub fn hint(
    page: &mut Page,
    exercise: &Exercise,
    title: &str,
    text: &str,
    number: usize,
    of: usize,
) {
    page.line(painted(FAINT, &format!("{} · hint {number} of {of}", exercise.heading())));
    page.gap();
    page.paragraph(BOLD, 0, &without_marks(title));
    let mut in_code = false;
    let mut paragraph = String::new();
    for line in text.lines().chain([""]) {
        if line.starts_with("```") {
            flush(page, &mut paragraph);
            in_code = !in_code;
        } else if in_code {
            page.line(format_args!("    {line}"));
        } else if line.trim().is_empty() {
            flush(page, &mut paragraph);
        } else {
            paragraph.push_str(line.trim());
            paragraph.push(' ');
        }
    }
    let more = if number < of {
        format!("The next one: cargo xtask hint {}", exercise.number)
    } else {
        format!("That was the last. Then: cargo xtask check {}", exercise.number)
    };
    page.wrapped(FAINT, 2, &more);
}

fn flush(page: &mut Page, paragraph: &mut String) {
    if !paragraph.is_empty() {
        page.paragraph(PLAIN, 2, &without_marks(paragraph));
        paragraph.clear();
    }
}

/// `[text](address)` as `text (address)`, and no stars; backticks stay: they say what is code.
fn without_marks(text: &str) -> String {
    text.replace("**", "").replace("](", " (").replace('[', "")
}
