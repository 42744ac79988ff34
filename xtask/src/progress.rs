//! What is remembered between runs: one plain-text file in the course's root.
//!
//! ```text
//! gather solved 5/5 8f1c0a52d1e3b07f hints=2
//! ```
//!
//! One line an exercise ([`entry`]), keyed by its slug: numbers may change, and a line about an
//! exercise that this course does not know is kept as it is. The state is what the last check said, except that
//! what was solved once stays solved; the fingerprint is of the answer that was checked, so a solved
//! exercise can be seen to have changed since. It can be committed, or copied to another machine.
//!
//! The file is replaced in one step, under a lock: a check that is killed, or two at once, lose
//! nothing. A file that cannot be read is set aside under another name.

pub mod entry;
mod file;
pub mod seen_hints;

use crate::attempt::Attempt;
use crate::content_hash::file_contents;
use crate::course::{Course, Exercise};
use entry::Entry;
use file::Writer;
use verdict::text;

/// The file's name in the course's root.
pub const FILE: &str = "progress.txt";

const HEADING: &str = "# Your progress. One line an exercise: slug, state, promises kept, answer.";

/// What is remembered, and what could not be read.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    entries: Vec<Entry>,
    /// Comments of the owner's own.
    comments: Vec<String>,
    /// Lines that were no entry, and are no comment of ours either.
    damaged: bool,
}

/// Something about the file that its owner should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It could not be written: why.
    NotSaved(String),
    /// It was damaged, and lies under this name now.
    SetAside(String),
}

impl Progress {
    /// What is remembered; nothing when there is no file. What cannot be read is passed over: it is
    /// dealt with at the next [`record`].
    pub fn load(course: &Course) -> Progress {
        let bytes = file::read(&course.root().join(FILE)).unwrap_or_default();
        Progress::parse(&bytes)
    }

    fn parse(bytes: &[u8]) -> Progress {
        let mut progress = Progress::default();
        // Some editors begin a file with a mark, and end lines in two characters.
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        for line in bytes.split(|byte| *byte == b'\n') {
            let line = str::from_utf8(line).map(str::trim);
            match line.ok().map(|line| (line, Entry::parse(line))) {
                Some((_, Some(entry))) => progress.add(entry),
                Some((line, None)) if line.is_empty() || line == HEADING => {}
                Some((line, None)) if line.starts_with('#') => {
                    progress.comments.push(line.to_owned());
                }
                _ => progress.damaged = true,
            }
        }
        progress
    }

    /// Adds what a line says. There are two of one exercise where git could not merge.
    fn add(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|other| other.slug == entry.slug) {
            Some(other) => *other = other.clone().or_better(entry),
            None => self.entries.push(entry),
        }
    }

    pub fn of(&self, exercise: &Exercise) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.slug == exercise.slug)
    }

    pub fn solved(&self, exercise: &Exercise) -> bool {
        self.of(exercise).is_some_and(|entry| entry.solved)
    }

    /// The points that the promises kept so far are worth.
    pub fn points(&self, exercise: &Exercise) -> u64 {
        match self.of(exercise) {
            Some(entry) => points(exercise, entry.kept, entry.of),
            None => 0,
        }
    }

    /// The first exercise that is not solved.
    pub fn current<'a>(&self, course: &'a Course) -> Option<&'a Exercise> {
        course.exercises().iter().find(|exercise| !self.solved(exercise))
    }

    /// The next exercise after this one that is not solved, from the beginning again after the last.
    pub fn next_after<'a>(&self, course: &'a Course, exercise: &Exercise) -> Option<&'a Exercise> {
        let (before, after): (Vec<_>, Vec<_>) =
            course.exercises().iter().partition(|other| other.number <= exercise.number);
        after.into_iter().chain(before).find(|other| !self.solved(other))
    }

    fn entry(&mut self, slug: &str) -> &mut Entry {
        let found = self.entries.iter().position(|entry| entry.slug == slug);
        let index = found.unwrap_or_else(|| {
            self.entries.push(Entry::new(slug));
            self.entries.len() - 1
        });
        &mut self.entries[index]
    }

    /// What came of an attempt at this exercise, with the [`fingerprint`] of the answer as it was
    /// before. Code that does not compile keeps no promise and breaks none: what was kept stays remembered.
    pub fn attempted(&mut self, exercise: &Exercise, answer: u64, attempt: &Attempt) {
        match attempt {
            Attempt::Ran { promises, .. } if !promises.is_empty() => {
                let first_broken = attempt.first_broken().map(|promise| promise.name.as_str());
                let entry = self.entry(&exercise.slug);
                entry.checked(answer, attempt.score(), first_broken);
            }
            Attempt::Broken { .. } => {
                let key = attempt.refused_for().unwrap_or_default();
                self.entry(&exercise.slug).refused(answer, key);
            }
            Attempt::Ran { .. } | Attempt::Damaged(_) => {}
        }
    }

    /// That this hint of the exercise was seen.
    pub fn saw_hint(&mut self, exercise: &Exercise, number: usize) {
        let entry = self.entry(&exercise.slug);
        entry.hints.add(number);
        entry.hint = Some(number);
    }

    /// That this hint fits the last verdict, or none.
    pub fn offers_hint(&mut self, exercise: &Exercise, number: Option<usize>) {
        self.entry(&exercise.slug).hint = number;
    }

    /// That somebody begins the exercise again, and its hints from the first on.
    pub fn restarts(&mut self, exercise: &Exercise) {
        let known = self.entries.iter_mut().find(|entry| entry.slug == exercise.slug);
        if let Some(entry) = known {
            entry.restarts();
        }
    }

    /// The hint to show, of so many, to somebody who names none.
    pub fn hint(&self, exercise: &Exercise, of: usize) -> usize {
        let entry = self.of(exercise);
        let fits = entry.and_then(|entry| entry.hint).filter(|number| (1..=of).contains(number));
        // That a file doesn't compile takes nobody a step nearer to the last hint.
        let judged = entry.filter(|entry| !entry.is_refused());
        fits.unwrap_or_else(|| judged.map_or(1, |entry| entry.hints.next_of(of)))
    }

    fn text(&self) -> String {
        let mut text = format!("{HEADING}\n");
        text.extend(self.comments.iter().map(|comment| format!("{comment}\n")));
        text.extend(self.entries.iter().map(Entry::line));
        text
    }
}

/// The points that so many kept promises are worth, of so many: all weigh the same.
pub fn points(exercise: &Exercise, kept: usize, of: usize) -> u64 {
    let whole = u128::from(exercise.points);
    // A number typed into the file by hand may be any.
    let earned = whole.saturating_mul(kept.min(of) as u128).checked_div(of as u128);
    earned.and_then(|points| u64::try_from(points).ok()).unwrap_or(0)
}

/// Changes what is remembered. Never fails: a verdict does not depend on whether it can be
/// remembered.
pub fn record(course: &Course, change: impl FnOnce(&mut Progress)) -> Vec<Notice> {
    let mut notices = Vec::new();
    let file = Writer::of(course);
    let saved = file.read().and_then(|bytes| {
        let mut progress = Progress::parse(&bytes);
        if progress.damaged {
            notices.push(Notice::SetAside(file.back_up()?));
        }
        let before = progress.text();
        change(&mut progress);
        if progress.text() == before && !progress.damaged && file.exists() {
            return Ok(());
        }
        file.replace(progress.text().as_bytes())
    });
    if let Err(error) = saved {
        notices.push(Notice::NotSaved(error.to_string()));
    }
    notices
}

/// Of the answer's bytes. Line ends do not count: git changes them between systems.
pub fn fingerprint(course: &Course, exercise: &Exercise) -> u64 {
    let answer = course.root().join(exercise.answer());
    let bytes = file_contents(&answer).unwrap_or_default();
    text::fingerprint(bytes.into_iter().filter(|byte| *byte != b'\r'))
}
