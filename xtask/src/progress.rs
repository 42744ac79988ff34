//! What is remembered between runs: one plain-text file in the course's root.
//!
//! ```text
//! gather solved 5/5 8f1c0a52d1e3b07f hints=2
//! ```
//!
//! One line an exercise, keyed by its slug: numbers may change, and a line about an exercise that
//! this course does not know is kept as it is. The state is what the last check said, except that
//! what was solved once stays solved; the fingerprint is of the answer that was checked, so a solved
//! exercise can be seen to have changed since. It can be committed, or copied to another machine.
//!
//! The [`mod@file`] is replaced in one step, under a lock: a check that is killed, or two at once, lose
//! nothing. A file that cannot be read is set aside under another name.

mod file;

use crate::course::{Course, Exercise};
use crate::sources;
use file::Writer;
use std::fs;

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

/// What is remembered of one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub slug: String,
    pub solved: bool,
    /// Promises kept, of how many.
    pub kept: usize,
    pub of: usize,
    /// The fingerprint of the answer that was checked.
    pub answer: u64,
    /// How many hints were seen.
    pub hints: usize,
}

impl Entry {
    fn new(slug: &str) -> Entry {
        Entry { slug: slug.to_owned(), solved: false, kept: 0, of: 0, answer: 0, hints: 0 }
    }

    /// The one of two memories of an exercise that tells of more, and what was seen in either.
    fn or_better(self, other: Entry) -> Entry {
        let hints = self.hints.max(other.hints);
        let more = |entry: &Entry| (entry.solved, entry.kept);
        let better = if more(&other) > more(&self) { other } else { self };
        Entry { hints, ..better }
    }

    fn parse(line: &str) -> Option<Entry> {
        let mut words = line.split_whitespace();
        let slug = words.next()?.to_owned();
        let solved = match words.next()? {
            "solved" => true,
            "tried" => false,
            _ => return None,
        };
        let (kept, of) = words.next()?.split_once('/')?;
        let answer = u64::from_str_radix(words.next()?, 16).ok()?;
        let hints = match words.next() {
            Some(word) => word.strip_prefix("hints=")?.parse().ok()?,
            None => 0,
        };
        let (kept, of) = (kept.parse().ok()?, of.parse().ok()?);
        words.next().is_none().then_some(Entry { slug, solved, kept, of, answer, hints })
    }

    fn line(&self) -> String {
        let Entry { slug, kept, of, answer, hints, .. } = self;
        let state = if self.solved { "solved" } else { "tried" };
        let hints = if *hints > 0 { format!(" hints={hints}") } else { String::new() };
        format!("{slug} {state} {kept}/{of} {answer:016x}{hints}\n")
    }
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

    fn entry(&mut self, slug: &str) -> &mut Entry {
        let found = self.entries.iter().position(|entry| entry.slug == slug);
        let index = found.unwrap_or_else(|| {
            self.entries.push(Entry::new(slug));
            self.entries.len() - 1
        });
        &mut self.entries[index]
    }

    /// What a check of this exercise came to. Where no promise was put to the test, as with code that
    /// does not compile, what is remembered stays.
    pub fn checked(&mut self, course: &Course, exercise: &Exercise, kept: usize, of: usize) {
        if of == 0 {
            return;
        }
        let entry = self.entry(&exercise.slug);
        let solved = kept == of;
        // A solved exercise stays solved, and its promises kept: playing on costs nothing.
        if solved || !entry.solved {
            (entry.solved, entry.kept, entry.of) = (solved, kept, of);
            entry.answer = fingerprint(course, exercise);
        }
    }

    /// That so many hints of this exercise were seen.
    pub fn saw_hints(&mut self, exercise: &Exercise, seen: usize) {
        let entry = self.entry(&exercise.slug);
        entry.hints = entry.hints.max(seen);
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

/// Whether the answer of a solved exercise is another than the one that solved it.
pub fn changed_since(course: &Course, exercise: &Exercise, entry: &Entry) -> bool {
    entry.solved && fingerprint(course, exercise) != entry.answer
}

/// Changes what is remembered. Never fails: a verdict does not depend on whether it can be
/// remembered.
pub fn record(course: &Course, change: impl FnOnce(&mut Progress)) -> Vec<Notice> {
    let mut notices = Vec::new();
    let file = Writer::of(course);
    let saved = file.read().and_then(|bytes| {
        let mut progress = Progress::parse(&bytes);
        if progress.damaged {
            notices.push(Notice::SetAside(file.set_aside()?));
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
fn fingerprint(course: &Course, exercise: &Exercise) -> u64 {
    let bytes = fs::read(course.root().join(exercise.answer())).unwrap_or_default();
    sources::fingerprint(bytes.into_iter().filter(|byte| *byte != b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        let mut entry = Entry::new("gather");
        assert_eq!(Entry::parse(&entry.line()), Some(entry.clone()));
        (entry.solved, entry.kept, entry.of, entry.answer, entry.hints) = (true, 5, 5, u64::MAX, 2);
        assert_eq!(Entry::parse(&entry.line()), Some(entry));
    }

    #[test]
    fn what_is_no_entry_is_no_entry() {
        for line in [
            "gather",
            "gather won 1/2 0",
            "gather tried 1of2 0",
            "gather tried 1/2 xyz",
            "a tried 1/2 0 x",
            "a tried 1/2 0 hints=1 y",
        ] {
            assert_eq!(Entry::parse(line), None, "{line}");
        }
    }
}
