//! A hint, rendered for a terminal: as much of Markdown as hints use.

use super::blocks::show;
use super::glossary;
use super::markdown::lines;
use super::{BOLD, Controls, FAINT, PLAIN, Page, painted};
use crate::course::Exercise;
use crate::hints::Chosen;

/// One hint of several.
pub fn hint(page: &mut Page, exercise: &Exercise, chosen: &Chosen, controls: Controls) {
    let Chosen { hint, number, of, is_before_any_promise } = chosen;
    page.line(painted(FAINT, &format!("{} · hint {number} of {of}", exercise.heading())));
    page.gap();
    for line in lines(&hint.title, page.terminal().width, page.terminal().links) {
        page.line(painted(BOLD, &line));
    }
    page.gap();
    show(page, &hint.text, 2);
    if *is_before_any_promise && ["picture", "bar "].iter().any(|it| hint.text.contains(it)) {
        page.paragraph(
            FAINT,
            2,
            "A check draws the picture once your answer compiles and begins something.",
        );
    }
    let more = match (number < of, controls) {
        (true, Controls::Commands) => {
            format!("The next one: cargo xtask hint {} {}", exercise.number, number + 1)
        }
        (true, Controls::Keys) => "The next one: h. One that you have seen: its number.".to_owned(),
        (false, Controls::Commands) => {
            format!("That was the last. Then: cargo xtask check {}", exercise.number)
        }
        (false, Controls::Keys) => {
            "That was the last. One that you have seen: its number.".to_owned()
        }
    };
    page.wrapped(FAINT, 2, &more);
}

/// That no hint is about why an answer doesn't compile.
pub fn no_hint(page: &mut Page, exercise: &Exercise) {
    let number = &exercise.number;
    page.paragraph(
        PLAIN,
        0,
        &format!(
            "No hint is about what the compiler says. `cargo xtask check {number}` shows it, and {} explains the \
             words. The hints are about the task: `cargo xtask hint {number} 1` shows the first.",
            glossary::FILE
        ),
    );
}
