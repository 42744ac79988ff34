//! Compares a learner's answer with the course's own, line by line, and names other ways that are worth
//! reading.

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use std::fs;
use std::io;
use verdict::text::sanitize;

/// Two answers to one exercise.
#[derive(Debug)]
pub struct Comparison {
    pub likeness: Likeness,
    /// From top to bottom.
    pub parts: Vec<Part>,
    pub styles: Vec<Style>,
}

/// How much two answers have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Equal but for empty lines.
    Equal,
    /// Equal but for comments and empty lines.
    SameCode,
    Different,
}

/// Lines that follow each other.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// In both answers.
    Same(Vec<String>),
    /// In one of them each; one of the two may be empty.
    Different { yours: Vec<String>, ours: Vec<String> },
}

/// Another right answer.
#[derive(Debug)]
pub struct Style {
    /// From the course's root.
    pub path: String,
    /// How it goes about it, in its own words.
    pub about: String,
}

/// Compares what is in the learner's file with the course's answer.
pub fn compare(course: &Course, exercise: &Exercise) -> Result<Comparison, Failure> {
    let yours = essence(&yours(course, exercise)?);
    let path = course.root().join(exercise.solution()).join("src/lib.rs");
    let ours = fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let ours = essence(&String::from_utf8_lossy(&ours));
    let (likeness, parts) = if said(&yours).eq(said(&ours)) {
        (Likeness::Equal, vec![Part::Same(ours)])
    } else if code(&yours).eq(code(&ours)) {
        (Likeness::SameCode, parts(&yours, &ours))
    } else {
        (Likeness::Different, parts(&yours, &ours))
    };
    let styles = exercise.styles.iter().filter_map(|name| style(course, exercise, name));
    Ok(Comparison { likeness, parts, styles: styles.collect() })
}

/// The right answer of this name, if there is one that says how it goes about it.
pub fn style(course: &Course, exercise: &Exercise, name: &str) -> Option<Style> {
    let path = format!("{}/right/{name}.rs", exercise.solution());
    let text = fs::read_to_string(course.root().join(&path)).ok()?;
    let about = text.lines().next()?.strip_prefix("//! ")?.to_owned();
    Some(Style { path, about })
}

fn yours(course: &Course, exercise: &Exercise) -> Result<String, Failure> {
    let path = course.root().join(exercise.answer());
    match fs::read(&path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::machine(format!(
            "your file is gone: {} does not exist. To begin afresh: cargo xtask reset {}",
            exercise.answer(),
            exercise.number
        ))),
        Err(error) => Err(Failure::file("read", &path, &error)),
    }
}

/// The lines that are somebody's own: without the lesson on top and the contracts of the functions,
/// which are the same in all answers, and never with more than one empty line at a time.
fn essence(text: &str) -> Vec<String> {
    let lines =
        text.lines().map(|line| sanitize(&line.replace('\t', "    ")).trim_end().to_owned());
    let lines = lines.skip_while(|line| line.is_empty() || line.starts_with("//!"));
    let mut own: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.trim_start().starts_with("///")) {
        if !line.is_empty() || own.last().is_some_and(|before| !before.is_empty()) {
            own.push(line);
        }
    }
    if own.last().is_some_and(String::is_empty) {
        own.pop();
    }
    own
}

/// The lines that say something.
fn said(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty())
}

/// The lines that do something.
fn code(lines: &[String]) -> impl Iterator<Item = &str> {
    said(lines).filter(|line| !line.starts_with("//"))
}

fn parts(yours: &[String], ours: &[String]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for line in diff::slice(yours, ours) {
        let (is_yours, line) = match line {
            diff::Result::Both(line, _) => {
                match parts.last_mut() {
                    Some(Part::Same(lines)) => lines.push(line.clone()),
                    _ => parts.push(Part::Same(vec![line.clone()])),
                }
                continue;
            }
            diff::Result::Left(line) => (true, line),
            diff::Result::Right(line) => (false, line),
        };
        if !matches!(parts.last(), Some(Part::Different { .. })) {
            parts.push(Part::Different { yours: Vec::new(), ours: Vec::new() });
        }
        if let Some(Part::Different { yours, ours }) = parts.last_mut() {
            if is_yours { yours } else { ours }.push(line.clone());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lesson_and_the_contracts_are_left_out_and_comments_are_not() {
        let text = "//! # Tea\n//!\n//! Long.\n\n\n/// Brews.\npub fn brew() {\n\n\n    \
                    // Why.\n\tboil();  \r\n    /// Inner.\n}\n\n//! Not on top.\n\n\n";
        assert_eq!(
            essence(text),
            ["pub fn brew() {", "", "    // Why.", "    boil();", "}", "", "//! Not on top."]
        );
        assert!(essence("").is_empty() && essence("//! Only.\n\n").is_empty());
    }

    #[test]
    fn what_differs_stands_together() {
        let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let same = |text| Part::Same(lines(text));
        let different = |yours, ours| Part::Different { yours: lines(yours), ours: lines(ours) };
        assert_eq!(
            parts(&lines("a b c d"), &lines("a x y d")),
            [same("a"), different("b c", "x y"), same("d")]
        );
        let more = Part::Different { yours: Vec::new(), ours: lines("c") };
        assert_eq!(parts(&lines("a b"), &lines("a b c")), [same("a b"), more]);
    }
}
