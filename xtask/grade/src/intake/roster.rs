//! The roster: a table with headings that says who is who.
//!
//! One column names the entries. It is found, not configured: of the columns in [`KEYS`] and the name
//! itself, the one that fits the most entries; among equals, the one that stands first in that list. So
//! no single submission, whatever it is called, decides which column counts.

use super::entry::EntryName;
use super::path::shown;
use crate::model::Student;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use verdict::text::list;
use xtask::failure::Failure;

/// The headings that may name an entry, in small letters without spaces and marks.
const KEYS: [&str; 23] = [
    "submission",
    "submissionid",
    "entry",
    "folder",
    "file",
    "identifier",
    "githubusername",
    "github",
    "username",
    "login",
    "sisloginid",
    "id",
    "sisuserid",
    "userid",
    "studentid",
    "idnumber",
    "sid",
    "matriculationnumber",
    "emailaddress",
    "email",
    "mail",
    "fullname",
    "student",
];
/// The headings that may name a person.
const NAMES: [&str; 5] = ["fullname", "name", "student", "studentname", "displayname"];
const FIRST: [&str; 3] = ["firstname", "first", "givenname"];
const LAST: [&str; 4] = ["lastname", "last", "surname", "familyname"];

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

/// The column that names the entries.
pub(super) struct Key {
    heading: String,
    /// What each row has there.
    values: Vec<String>,
    rows: HashMap<String, usize>,
    /// What GitHub Classroom puts before each name: `assignment-1-`.
    prefix: Option<String>,
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
            if !heading.trim().is_empty() && headings[..i].contains(heading) {
                return Err(wrong(1, &format!("two columns are called {}", shown(heading))));
            }
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(unread)?;
            let line = record.position().map_or(1, csv::Position::line);
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            let blank = |cells: &[String]| cells.iter().all(|cell| cell.trim().is_empty());
            // Canvas has a row of the points that can be had, and so does its gradebook.
            let points =
                cells.first().is_some_and(|cell| cell.trim().starts_with("Points Possible"));
            if blank(&cells) || points {
                continue;
            }
            if cells.len() > headings.len() && !blank(&cells[headings.len()..]) {
                return Err(wrong(line, "it has more cells than there are headings"));
            }
            rows.push(Row { line, cells });
        }
        Ok(Roster { place: place.to_owned(), headings, rows })
    }

    /// The column that names `entries`. Fails when none does, or when it names one twice.
    pub fn key(&self, entries: &[&EntryName]) -> Result<Key, Failure> {
        let of_column = |i: usize| {
            let cell = move |row: &Row| row.cells.get(i).map_or("", |cell| cell.trim()).to_owned();
            Key::new(self.headings[i].trim(), self.rows.iter().map(cell).collect(), entries)
        };
        let mut keys: Vec<Key> =
            KEYS.iter().filter_map(|key| self.column(&[key])).map(of_column).collect();
        let names = self.rows.iter().map(|row| self.name(row).unwrap_or_default()).collect();
        keys.push(Key::new("the name", names, entries));
        let fits = |key: &Key| entries.iter().filter(|entry| key.row(entry).is_some()).count();
        // Of equals max_by_key takes the last.
        let best = keys.into_iter().rev().max_by_key(fits);
        let Some(best) = best.filter(|best| entries.is_empty() || fits(best) > 0) else {
            let shown: Vec<String> = entries.iter().map(|e| shown(&e.reads)).collect();
            return Err(Failure::usage(format!(
                "no row of {} names a submission. They are called {}: one column, with a heading such \
                 as \"submission\", has to say so for each student",
                self.place.display(),
                list(&shown, 3)
            )));
        };
        self.proved(best)
    }

    /// The key, when every row has a value of its own.
    fn proved(&self, key: Key) -> Result<Key, Failure> {
        let mut lines: BTreeMap<String, u64> = BTreeMap::new();
        for (row, value) in self.rows.iter().zip(&key.values) {
            let wrong = |what: String| {
                let place = self.place.display();
                Failure::usage(format!("{place}, line {}: {what}", row.line))
            };
            if value.is_empty() {
                return Err(wrong(format!(
                    "nothing stands in the column that counts: {}",
                    key.heading
                )));
            }
            if let Some(before) = lines.insert(value.to_lowercase(), row.line) {
                let value = shown(value);
                return Err(wrong(format!(
                    "{value} is already in line {before} ({})",
                    key.heading
                )));
            }
        }
        Ok(key)
    }

    /// The student of a row, whom `value` names.
    pub fn student(&self, row: usize, value: &str) -> Student {
        let row = &self.rows[row];
        let cells = self.headings.iter().cloned().zip(row.cells.iter().cloned());
        Student {
            id: String::new(),
            name: self.name(row).unwrap_or_else(|| value.to_owned()),
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
        let bare =
            |heading: &String| heading.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
        names.iter().find_map(|name| self.headings.iter().position(|h| bare(h) == *name))
    }
}

impl Key {
    fn new(heading: &str, values: Vec<String>, entries: &[&EntryName]) -> Key {
        let mut rows = HashMap::new();
        for (row, value) in values.iter().enumerate().rev() {
            // Canvas makes "Lovelace, Ada" the name lovelaceada.
            let squashed = value.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
            rows.entry(squashed).or_insert(row);
            rows.insert(value.to_lowercase(), row);
        }
        rows.remove("");
        let prefix = prefix(&rows, entries);
        Key { heading: heading.to_owned(), values, rows, prefix }
    }

    /// The row of an entry.
    pub fn row(&self, entry: &EntryName) -> Option<usize> {
        let bare = || Some(entry.aliases.first()?.strip_prefix(self.prefix.as_ref()?)?.to_owned());
        let by_alias = entry.aliases.iter().find_map(|alias| self.rows.get(alias));
        by_alias.or_else(|| self.rows.get(&bare()?)).copied()
    }

    /// Each row and what stands there.
    pub fn values(&self) -> impl Iterator<Item = (usize, &str)> {
        self.values.iter().map(String::as_str).enumerate()
    }
}

/// What most entries have before the name of a row. One prefix for all: whoever is called `x-ada` is
/// not taken for `ada`.
fn prefix(rows: &HashMap<String, usize>, entries: &[&EntryName]) -> Option<String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for alias in entries.iter().filter_map(|entry| entry.aliases.first()) {
        for (i, _) in alias.match_indices('-') {
            if rows.contains_key(&alias[i + 1..]) {
                *uses.entry(&alias[..=i]).or_default() += 1;
            }
        }
    }
    let most = uses.into_iter().max_by_key(|(prefix, n)| (*n, std::cmp::Reverse(prefix.len())));
    most.map(|(prefix, _)| prefix.to_owned())
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
