//! The column that names the entries. It is found, not configured: of the headings below and the name
//! itself, the one that fits the most entries; among equals, the one that stands first in that order.
//! Only between columns that are equal but for one entry can that entry's name decide.
//!
//! Whoever has nothing there handed in nothing: they are known by the first other of these columns in
//! which nobody else has the same.

use super::super::archive_paths::shown;
use super::super::entry_name::EntryName;
use super::{Roster, Row, bare};
use crate::model::Student;
use std::collections::{BTreeMap, HashMap};
use unicode_normalization::UnicodeNormalization;
use verdict::text::list;
use xtask::failure::Failure;

/// The headings that may name an entry: as such, as somebody, or as somebody's name.
const OF_ENTRIES: [&str; 5] = ["submission", "submissionid", "entry", "folder", "file"];
const OF_PEOPLE: [&str; 16] = [
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
];
const OF_NAMES: [&str; 2] = ["fullname", "student"];

/// The column that names the entries.
pub(in super::super) struct Key {
    labels: Vec<Label>,
    rows: HashMap<String, usize>,
    /// What GitHub Classroom puts before each name: `assignment-1-`.
    prefix: Option<String>,
}

/// What a row is known by.
pub(in super::super) struct Label {
    pub reads: String,
    /// No other row's, and no entry's unless it is this row's.
    pub key: Vec<u8>,
}

/// A column that may be it.
struct Candidate {
    heading: String,
    /// What each row has there, and how that compares.
    values: Vec<String>,
    folded: Vec<String>,
    rows: HashMap<String, usize>,
    prefix: Option<String>,
}

/// All headings that may name an entry.
pub(super) fn headings() -> impl Iterator<Item = &'static str> {
    OF_ENTRIES.into_iter().chain(OF_PEOPLE).chain(OF_NAMES)
}

/// What the roster says of a student that is one person's alone, such as an address or a number.
pub fn personal(student: &Student) -> Vec<(String, String)> {
    let cells = student.roster.iter().map(|(heading, cell)| (bare(heading), folded(cell.trim())));
    let told = |(heading, cell): &(String, String)| {
        OF_PEOPLE.contains(&heading.as_str()) && !cell.is_empty()
    };
    cells.filter(told).collect()
}

impl Roster {
    /// The column that names `entries`. Fails when none does, or when it names one twice.
    pub fn key(&self, entries: &[&EntryName]) -> Result<Key, Failure> {
        let of_column = |i: usize| {
            let cell = move |row: &Row| row.cells.get(i).map_or("", |cell| cell.trim()).to_owned();
            let values = self.rows.iter().map(cell).collect();
            Candidate::new(self.headings[i].trim(), values, entries)
        };
        let mut all: Vec<Candidate> =
            headings().filter_map(|heading| self.column(&[heading])).map(of_column).collect();
        let names = self.rows.iter().map(|row| self.name(row).unwrap_or_default()).collect();
        all.push(Candidate::new("the name", names, entries));
        let fits =
            |one: &Candidate| entries.iter().filter(|entry| one.row(entry).is_some()).count();
        // Of equals max_by_key takes the last.
        let best = all.iter().enumerate().rev().max_by_key(|(_, one)| fits(one));
        let Some((best, _)) = best.filter(|(_, best)| entries.is_empty() || fits(best) > 0) else {
            let shown: Vec<String> = entries.iter().map(|e| shown(&e.reads)).collect();
            return Err(Failure::usage(format!(
                "no row of {} names a submission. They are called {}: one column, with a heading such \
                 as \"submission\", has to say so for each student",
                self.place.display(),
                list(&shown, 3)
            )));
        };
        let best = all.remove(best);
        let labels = self.labels(&best, &all)?;
        Ok(Key { labels, rows: best.rows, prefix: best.prefix })
    }

    /// What each row is known by. Fails where the column that counts names somebody twice, and where
    /// nothing at all tells whose row it is.
    fn labels(&self, best: &Candidate, others: &[Candidate]) -> Result<Vec<Label>, Failure> {
        let mut lines: HashMap<&str, u64> = HashMap::new();
        let label = |(i, row): (usize, &Row)| {
            let wrong = |what: String| {
                Failure::usage(format!("{}, line {}: {what}", self.place.display(), row.line))
            };
            let (value, folded) = (&best.values[i], &best.folded[i]);
            if value.is_empty() {
                let told = others.iter().find_map(|other| other.alone(i));
                return told.ok_or_else(|| {
                    wrong(format!(
                        "nothing tells whose row this is: fill in {}, or take the row out",
                        best.heading
                    ))
                });
            }
            match lines.insert(folded, row.line) {
                Some(before) => Err(wrong(format!(
                    "{} is already in line {before} ({})",
                    shown(value),
                    best.heading
                ))),
                None => Ok(Label { reads: value.clone(), key: value.clone().into_bytes() }),
            }
        };
        self.rows.iter().enumerate().map(label).collect()
    }
}

impl Candidate {
    fn new(heading: &str, values: Vec<String>, entries: &[&EntryName]) -> Candidate {
        let folded: Vec<String> = values.iter().map(|value| folded(value)).collect();
        let mut rows = HashMap::new();
        for (row, value) in folded.iter().enumerate().rev() {
            // Canvas makes "Lovelace, Ada" the name lovelaceada.
            let squashed = value.replace(|c: char| !c.is_alphanumeric(), "");
            rows.entry(squashed).or_insert(row);
            rows.insert(value.clone(), row);
        }
        rows.remove("");
        let prefix = prefix(&rows, entries);
        Candidate { heading: heading.to_owned(), values, folded, rows, prefix }
    }

    fn row(&self, entry: &EntryName) -> Option<usize> {
        row(&self.rows, self.prefix.as_deref(), entry)
    }

    /// What stands there for a row, where it is that row's alone.
    fn alone(&self, row: usize) -> Option<Label> {
        let (value, folded) = (&self.values[row], &self.folded[row]);
        let is_alone = || self.folded.iter().filter(|other| *other == folded).count() == 1;
        (!value.is_empty() && is_alone()).then(|| Label {
            reads: value.clone(),
            // Somebody's number may be another's in the column that counts, or what an entry is called.
            key: format!("{}\0{value}", self.heading).into_bytes(),
        })
    }
}

impl Key {
    /// The row of an entry.
    pub fn row(&self, entry: &EntryName) -> Option<usize> {
        row(&self.rows, self.prefix.as_deref(), entry)
    }

    /// What each row is known by, in their order.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }
}

fn row(rows: &HashMap<String, usize>, prefix: Option<&str>, entry: &EntryName) -> Option<usize> {
    let bare = || Some(folded(entry.aliases.first()?).strip_prefix(prefix?)?.to_owned());
    let by_alias = entry.aliases.iter().find_map(|alias| rows.get(&folded(alias)));
    by_alias.or_else(|| rows.get(&bare()?)).copied()
}

/// What most entries have before the name of a row. One prefix for all: whoever is called `x-ada` is
/// not taken for `ada`.
fn prefix(rows: &HashMap<String, usize>, entries: &[&EntryName]) -> Option<String> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for alias in entries.iter().filter_map(|entry| entry.aliases.first()) {
        let alias = folded(alias);
        for (i, _) in alias.match_indices('-') {
            if rows.contains_key(&alias[i + 1..]) {
                *uses.entry(alias[..=i].to_owned()).or_default() += 1;
            }
        }
    }
    let most = uses.into_iter().max_by_key(|(prefix, n)| (*n, std::cmp::Reverse(prefix.len())));
    most.map(|(prefix, _)| prefix)
}

/// As names are compared: whatever their case, and in whichever form of Unicode a system writes them.
fn folded(text: &str) -> String {
    text.to_lowercase().nfc().collect()
}
