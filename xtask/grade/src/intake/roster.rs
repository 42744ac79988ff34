//! The roster: a table with headings that says who is who. Which of its columns names the entries is
//! found by [`key`].

pub(super) mod key;

use super::archive_paths::shown;
use crate::model::Student;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::failure::Failure;

/// The headings that may name a person.
const NAMES: [&str; 5] = ["fullname", "name", "student", "studentname", "displayname"];
const FIRST: [&str; 3] = ["firstname", "first", "givenname"];
const LAST: [&str; 4] = ["lastname", "last", "surname", "familyname"];

/// What else a gradebook wants back.
const SECTION: &str = "section";

/// A table of students.
pub(super) struct Roster {
    place: PathBuf,
    headings: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    line: u64,
    cells: Vec<String>,
}

impl Roster {
    /// Reads a CSV as spreadsheets write it: with commas, semicolons or tabs.
    pub fn read(place: &Path) -> Result<Roster, Failure> {
        let bytes = fs::read(place).map_err(|error| Failure::file("read", place, &error))?;
        let text = str::from_utf8(&bytes).map_err(|_| {
            Failure::usage(format!(
                "{} is not UTF-8: save it as \"CSV UTF-8\" in the spreadsheet",
                place.display()
            ))
        })?;
        Roster::parse(place, text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    fn parse(place: &Path, text: &str) -> Result<Roster, Failure> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .from_reader(text.as_bytes());
        let wrong = |line: u64, what: &str| {
            Failure::usage(format!("{}, line {line}: {what}", place.display()))
        };
        let unread = |error: csv::Error| {
            wrong(error.position().map_or(1, csv::Position::line), &error.to_string())
        };
        let headings: Vec<String> =
            reader.headers().map_err(unread)?.iter().map(str::to_owned).collect();
        for (i, heading) in headings.iter().enumerate() {
            if counts(heading) && headings[..i].contains(heading) {
                let heading = shown(heading);
                return Err(wrong(
                    1,
                    &format!("two columns are called {heading}: give one another heading"),
                ));
            }
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(unread)?;
            let line = record.position().map_or(1, csv::Position::line);
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            if is_blank(&cells) || is_canvass(&cells) {
                continue;
            }
            if cells.len() > headings.len() && !is_blank(&cells[headings.len()..]) {
                return Err(wrong(line, "it has more cells than there are headings"));
            }
            rows.push(Row { line, cells });
        }
        Ok(Roster { place: place.to_owned(), headings, rows })
    }

    /// The student of a row, who is known by `reads`.
    pub fn student(&self, row: usize, reads: &str) -> Student {
        let row = &self.rows[row];
        let cells = self.headings.iter().cloned().zip(row.cells.iter().cloned());
        Student {
            id: String::new(),
            name: self.name(row).unwrap_or_else(|| reads.to_owned()),
            roster: cells.filter(|(heading, _)| !heading.trim().is_empty()).collect(),
        }
    }

    fn name(&self, row: &Row) -> Option<String> {
        let cell = |names: &[&str]| {
            let cell = row.cells.get(self.column(names)?)?.trim();
            (!cell.is_empty()).then(|| cell.to_owned())
        };
        match (cell(&FIRST), cell(&LAST)) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            _ => cell(&NAMES),
        }
    }

    fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.headings.iter().position(|h| bare(h) == *name))
    }
}

/// A heading in small letters, without spaces and marks.
fn bare(heading: &str) -> String {
    heading.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "")
}

/// Whether anything is ever looked up under a heading.
fn counts(heading: &str) -> bool {
    let bare = bare(heading);
    key::headings().chain(NAMES).chain(FIRST).chain(LAST).any(|known| known == bare)
        || bare == SECTION
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

/// Whether a row is one of those that Canvas puts before its students: which assignments are not shown
/// yet, and the points that can be had. (Its gradebook, as we write it, has the second.)
fn is_canvass(cells: &[String]) -> bool {
    let hidden =
        |cell: &str| cell.is_empty() || cell == "Muted" || cell.starts_with("Manual Posting");
    cells.first().is_some_and(|cell| cell.trim().starts_with("Points Possible"))
        || cells.iter().all(|cell| hidden(cell.trim()))
}

/// What divides the cells, told by the headings.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, n) in &mut counts {
            *n += usize::from(byte == *delimiter && !quoted);
        }
    }
    // Of equals the comma.
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map_or(b',', |(delimiter, _)| delimiter)
}
