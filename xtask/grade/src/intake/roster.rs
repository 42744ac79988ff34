//! The roster: a table with headings that says who is who. Which of its columns names the entries is
//! found by [`key`].

pub(super) mod key;

use super::archive_paths::shown;
use super::submission::ClassEntry;
use super::submitters::{self, Submitter};
use crate::csv_dialect::delimiter;
use crate::results::Student;
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
    path: PathBuf,
    headings: Vec<String>,
    rows: Vec<Row>,
    is_whole: bool,
}

struct Row {
    line: u64,
    cells: Vec<String>,
}

impl Roster {
    /// Reads a CSV as spreadsheets write it: with commas, semicolons or tabs.
    pub fn read(path: &Path) -> Result<Roster, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::file("read", path, &error))?;
        if let Some(what) = no_table(&bytes) {
            return Err(Failure::usage(format!("{} {what}", path.display())));
        }
        let text = text(bytes).ok_or_else(|| {
            Failure::usage(format!(
                "{} is not UTF-8: save it as \"CSV UTF-8\" in the spreadsheet",
                path.display()
            ))
        })?;
        Roster::parse(path, text.strip_prefix('\u{feff}').unwrap_or(&text))
    }

    /// What a platform's own list of submitters says, where there is no other roster.
    pub fn of_submitters(entries: &[ClassEntry]) -> Roster {
        let row = |entry: &ClassEntry| {
            let of = entry.name.submission.clone().unwrap_or_default();
            let cells = move |one: &Submitter| {
                [of.clone(), one.name.clone(), one.sid.clone(), one.email.clone()]
            };
            entry.name.submitters.iter().map(cells).collect::<Vec<_>>()
        };
        let rows = entries.iter().flat_map(row);
        Roster {
            path: PathBuf::from(submitters::FILE),
            headings: ["Submission ID", "Name", "SID", "Email"].map(str::to_owned).into(),
            rows: rows.map(|cells| Row { line: 0, cells: cells.into() }).collect(),
            is_whole: false,
        }
    }

    /// Whether it says of everybody that they are in the class: who is not in it is a stranger.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    fn parse(path: &Path, text: &str) -> Result<Roster, Failure> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .from_reader(text.as_bytes());
        let wrong = |line: u64, what: &str| {
            Failure::usage(format!("{}, line {line}: {what}", path.display()))
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
        Ok(Roster { path: path.to_owned(), headings, rows, is_whole: true })
    }

    /// The student of a row, who is known by `reads`.
    pub fn student(&self, row: usize, reads: &str) -> Student {
        let row = &self.rows[row];
        let cells = self.headings.iter().cloned().zip(row.cells.iter().cloned());
        Student {
            id: String::new(),
            stranger: false,
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

/// What a file is that is no table in text, and what to do, in words that follow its name.
fn no_table(bytes: &[u8]) -> Option<String> {
    let has = |text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
    let of_spreadsheet = |what: &str| {
        format!(
            "is {what}, not a CSV file. Open it in the spreadsheet, choose File and Save as (or Download), \
             take \"CSV UTF-8\", and name that file"
        )
    };
    if bytes.starts_with(b"PK") {
        Some(if has(b"xl/") {
            of_spreadsheet("an Excel workbook (.xlsx)")
        } else if has(b"opendocument.spreadsheet") {
            of_spreadsheet("an OpenDocument spreadsheet (.ods)")
        } else if has(b".iwa") {
            of_spreadsheet("a Numbers spreadsheet")
        } else {
            "is a zip archive, not a CSV file. Unpack it and name the CSV file in it".to_owned()
        })
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        Some(of_spreadsheet("an Excel workbook (.xls)"))
    } else if bytes.starts_with(b"%PDF") {
        Some("is a PDF, not a CSV file. Export the list from the platform as CSV".to_owned())
    } else if bytes.trim_ascii_start().starts_with(b"<") {
        Some("is a web page, not a CSV file. Log in to the platform again and export it".to_owned())
    } else if bytes.trim_ascii().is_empty() {
        Some("is empty. It needs a line of headings, and a row for each student".to_owned())
    } else {
        None
    }
}

/// The text of a table: in UTF-8, or in UTF-16 as Excel's "Unicode text" has it.
fn text(bytes: Vec<u8>) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|two| of([two[0], two[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes[..] {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
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
