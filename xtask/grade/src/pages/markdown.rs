//! A student's report as Markdown, for platforms that take text.
//!
//! Whatever comes from a student stands in code, within one line or in a fence: there nothing is a
//! mark, a link, a picture or somebody's name to call.

use super::excerpt::{line, lines, name};
use super::outcome::{Outcome, earned, kept, points, sentence};
use super::promise_feedback::{Feedback, Picture, at_home, broken};
use super::report::{DIAGNOSTICS, REMARK, results};
use crate::results::{ExerciseEntry, ExerciseResult, Graded, PromiseEntry, Status, Syllabus};
use crate::seed::Seed;
use verdict::text::{count, words, wrap};
use verdict::text_picture::{self, Style};

/// What most platforms show of a line without scrolling.
const STYLE: Style = Style { width: 72, unicode: true };

pub(super) fn text(syllabus: &Syllabus, graded: &Graded) -> String {
    let (earned, of) = (syllabus.earned(graded), points(syllabus.points()));
    let solved =
        results(syllabus, graded).filter(|(e, r)| Outcome::of(e, r) == Outcome::Solved).count();
    let all = count(graded.exercises.len(), "exercise");
    let mut text = format!("# {earned} of {of}\n\n");
    text += &format!("{}: {solved} of {all} solved.\n", code(&name(&graded.student)));
    remarks(&mut text, &graded.all_remarks());
    for (entry, result) in results(syllabus, graded) {
        exercise(&mut text, entry, result, graded.seed);
    }
    text
}

fn exercise(text: &mut String, entry: &ExerciseEntry, result: &ExerciseResult, seed: Seed) {
    let (sign, earned) = (Outcome::of(entry, result).sign(), earned(entry, result));
    let title = plain(&format!("{} {}", entry.number, entry.title));
    *text += &format!("\n## {sign} {title}: {earned} of {}\n", points(entry.points));
    *text += &format!("\n{}\n", sentence(entry, result));
    remarks(text, &result.all_remarks());
    if !result.diagnostics.is_empty() {
        fence(text, &lines(&result.diagnostics, DIAGNOSTICS));
    }
    if result.status != Status::Ran {
        return;
    }
    for feedback in broken(entry, result) {
        broken_promise(text, &feedback);
    }
    if let Some(command) = at_home(entry, result, seed) {
        *text += &format!("\nTo see the same at home: `{command}`\n");
    }
    let kept = kept(entry, result);
    if !kept.is_empty() {
        text.push('\n');
    }
    for promise in kept {
        *text += &format!("- ✓ {}\n", promised(promise));
    }
}

fn broken_promise(text: &mut String, feedback: &Feedback) {
    text.push('\n');
    for promise in &feedback.promises {
        *text += &format!("### ✗ {}\n", promised(promise));
    }
    let said = feedback.happened.lines().chain(feedback.meaning.lines());
    let mut said: Vec<String> = said.flat_map(|line| wrap(line, STYLE.width)).collect();
    if let Picture::New(run) = &feedback.picture {
        said.push(String::new());
        said.extend(text_picture::draw(&run.timeline, STYLE));
    }
    fence(text, &said.join("\n"));
    if !feedback.printed.is_empty() {
        *text += "\nYour code printed:\n";
        fence(text, &feedback.printed);
    }
}

/// A promise in words, and what it is worth.
fn promised(promise: &PromiseEntry) -> String {
    let extra = if promise.extra { ", from your instructor" } else { "" };
    format!("{} ({}{extra})", plain(&words(&promise.name)), points(promise.points))
}

fn remarks(text: &mut String, remarks: &[String]) {
    if !remarks.is_empty() {
        text.push('\n');
    }
    for remark in remarks {
        *text += &format!("- {}\n", code(&line(remark, REMARK)));
    }
}

/// Code that keeps its lines, in a fence that nothing in it can end.
fn fence(text: &mut String, inside: &str) {
    let fence = "`".repeat(longest_run(inside).max(2) + 1);
    *text += &format!("\n{fence}text\n{inside}\n{fence}\n");
}

/// Code within a line. `text` has one line.
fn code(text: &str) -> String {
    let marks = "`".repeat(longest_run(text) + 1);
    // Readers take one space on each side away again.
    let apart = if text.is_empty() || text.contains('`') { " " } else { "" };
    format!("{marks}{apart}{text}{apart}{marks}")
}

/// How many backticks follow one another at most.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// What the course says, word for word.
fn plain(text: &str) -> String {
    let mut escaped = String::new();
    for c in line(text, REMARK).chars() {
        if "\\`*_{}[]<>()#!|~&@:".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_longer_than_any_run_of_backticks_inside() {
        let mut text = String::new();
        fence(&mut text, "a\n````\n<b>");
        assert_eq!(text, "\n`````text\na\n````\n<b>\n`````\n");
        text.clear();
        fence(&mut text, "a");
        assert_eq!(text, "\n```text\na\n```\n");
    }

    #[test]
    fn code_within_a_line_cannot_be_ended_from_inside() {
        assert_eq!(code("ada"), "`ada`");
        assert_eq!(code(""), "`  `");
        assert_eq!(code("`` ![x](y) ``"), "``` `` ![x](y) `` ```");
        assert_eq!(plain("Tasks *and* `join!`"), "Tasks \\*and\\* \\`join\\!\\`");
    }
}
