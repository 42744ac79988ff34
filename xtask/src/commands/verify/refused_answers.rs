//! Answers that the compiler is to refuse: it does, and what a learner then sees is short and says what it
//! means.

use super::known_answers::{Answer, header};
use crate::attempt::Attempt;
use crate::compiler::Diagnostic;
use crate::course::{Course, Exercise};
use crate::hints::Offer;
use crate::progress::Progress;
use crate::report::{self, Controls, Page, Shown, TerminalStyle};

/// How many lines a screen of 80 columns has at the most.
const LINES: usize = 40;

/// What is wrong with an answer of which the compiler said this when it refused.
pub(super) fn faults(
    course: &Course,
    exercise: &Exercise,
    answer: &Answer,
    refusal: Option<&[Diagnostic]>,
) -> Vec<String> {
    let Some(said) = refusal else {
        return vec!["compiles; the compiler is to refuse it".to_owned()];
    };
    let named = match header(&answer.file) {
        Ok(named) => named,
        Err(fault) => return vec![fault],
    };
    let attempt = Attempt::refused(course, exercise, &answer.file, said.to_vec());
    let mut faults = Vec::new();
    let is_for = attempt.refused_for().unwrap_or_default();
    let lines = screen(course, exercise, &attempt);
    let text = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for (key, words) in &named {
        if key != is_for {
            faults.push(format!("is refused for {is_for}, and its first line names {key}"));
        }
        if !text.contains(words.as_str()) {
            faults.push(format!("its screen does not say \"{words}\":\n{}", lines.join("\n")));
        }
    }
    if lines.len() > LINES {
        let n = lines.len();
        faults.push(format!("its screen has {n} lines; at most {LINES}:\n{}", lines.join("\n")));
    }
    faults
}

/// What a learner sees, without colours.
fn screen(course: &Course, exercise: &Exercise, attempt: &Attempt) -> Vec<String> {
    let mut page = Page::new(TerminalStyle { width: 80, columns: 80, unicode: true, links: false });
    let offer = Some(Offer::Hint { number: 1, times: Some(3) });
    let shown = Shown { exercise, attempt, controls: Controls::Commands, offer, full: false };
    report::one(&mut page, course, &Progress::default(), &shown);
    page.lines().map(|line| anstream::adapter::strip_str(line).to_string()).collect()
}
