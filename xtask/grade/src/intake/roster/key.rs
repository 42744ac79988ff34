//! The column that names the entries. It is found, not configured: of the headings below and the name
//! itself, the one that fits the most entries; among equals, the one that stands first in that order.
//! Only between columns that are equal but for one entry can that entry's name decide.
//!
//! Whoever has nothing there handed in nothing: they are known by the first other of these columns in
//! which nobody else has the same.

use super::super::archive_paths::shown;
use super::super::entry_name::EntryName;
use super::super::submitters::Submitter;
use super::{Roster, Row, bare};
use crate::results::Student;
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
    column: Candidate,
    /// The other columns, in which a platform's own list of submitters may find somebody.
    others: Vec<Candidate>,
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
    /// Whether it names what was handed in, which may be several students'.
    of_entries: bool,
    /// What each row has there, and how that compares.
    values: Vec<String>,
    folded: Vec<String>,
    rows: HashMap<String, Vec<usize>>,
    prefix: Option<String>,
}

/// All headings that may name an entry.
pub(super) fn headings() -> impl Iterator<Item = &'static str> {
    OF_ENTRIES.into_iter().chain(OF_PEOPLE).chain(OF_NAMES)
}

/// What the roster says of a student that is one person's alone, such as an address or a number.
pub fn personal(student: &Student) -> Vec<(String, String)> {
    let cells = student.roster.iter().map(|(heading, cell)| (bare(heading), folded(cell.trim())));
    let is_known = |(heading, cell): &(String, String)| {
        OF_PEOPLE.contains(&heading.as_str()) && !cell.is_empty()
    };
    cells.filter(is_known).collect()
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
        all.push(Candidate::new(NAME, names, entries));
        let read: Vec<&EntryName> = entries.iter().map(|entry| reading(&all, entry)).collect();
        let fits =
            |one: &Candidate| read.iter().filter(|entry| !one.rows(entry).is_empty()).count();
        // Of equals max_by_key takes the last.
        let best = all.iter().enumerate().rev().max_by_key(|(_, one)| fits(one));
        let Some((best, _)) = best.filter(|(_, best)| entries.is_empty() || fits(best) > 0) else {
            let shown: Vec<String> = entries.iter().map(|e| shown(&e.reads)).collect();
            return Err(Failure::usage(format!(
                "no row of {} names a submission. They are called {}: one column, with a heading such \
                 as \"submission\", has to say so for each student",
                self.path.display(),
                list(&shown, 3)
            )));
        };
        let column = all.remove(best);
        let labels = self.labels(&column, &all)?;
        Ok(Key { labels, column, others: all })
    }

    /// What each row is known by. Fails where the column that counts names somebody twice, and where
    /// nothing at all tells whose row it is.
    fn labels(&self, best: &Candidate, others: &[Candidate]) -> Result<Vec<Label>, Failure> {
        let mut lines: HashMap<&str, u64> = HashMap::new();
        let label = |(i, row): (usize, &Row)| {
            let wrong = |what: String| {
                Failure::usage(format!("{}, line {}: {what}", self.path.display(), row.line))
            };
            let (value, folded) = (&best.values[i], &best.folded[i]);
            // Of a group that handed in together, each is known by something else.
            if value.is_empty() || best.of_entries && !best.is_alone(i) {
                let label = others.iter().find_map(|other| other.alone(i));
                return label.ok_or_else(|| {
                    wrong(format!(
                        "nothing tells whose row this is: fill in {}, or take the row out",
                        best.heading
                    ))
                });
            }
            match lines.insert(folded, row.line) {
                Some(before) => {
                    let heading = &best.heading;
                    let twice = format!("{} is already in line {before} ({heading})", shown(value));
                    let is_name = heading == NAME || OF_NAMES.contains(&&bare(heading)[..]);
                    Err(wrong(if is_name { format!("{twice}. {WAY_OUT}") } else { twice }))
                }
                None => Ok(Label { reads: value.clone(), key: value.clone().into_bytes() }),
            }
        };
        self.rows.iter().enumerate().map(label).collect()
    }
}

/// The heading of what stands under no heading alone: a first and a last name.
const NAME: &str = "the name";

/// What to do if two students have one name.
const WAY_OUT: &str = "Names alone can't tell two students apart. Take a roster with the numbers that the \
                       platform puts into the names of submissions: of Moodle the grading worksheet of this \
                       assignment (Identifier), of Canvas the gradebook as it is exported (ID), of Gradescope \
                       the grades as they are downloaded (Submission ID)";

impl Candidate {
    fn new(heading: &str, values: Vec<String>, entries: &[&EntryName]) -> Candidate {
        let folded: Vec<String> = values.iter().map(|value| folded(value)).collect();
        let mut rows: HashMap<String, Vec<usize>> = HashMap::new();
        for (row, value) in folded.iter().enumerate() {
            rows.entry(value.clone()).or_default().push(row);
        }
        let mut more: HashMap<String, Vec<usize>> = HashMap::new();
        for (row, value) in folded.iter().enumerate() {
            // Canvas makes "Lovelace, Ada" the name lovelaceada; and who has an address is often known by
            // what is before its @.
            let squashed = value.replace(|c: char| !c.is_alphanumeric(), "");
            let local = value.split_once('@').map(|(local, _)| local.to_owned());
            for other in [Some(squashed), local].into_iter().flatten() {
                let rows = more.entry(other).or_default();
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
        }
        // What could be two is nobody's.
        for (other, of) in more.into_iter().filter(|(_, of)| of.len() == 1) {
            rows.entry(other).or_insert(of);
        }
        rows.remove("");
        let prefix = prefix(&rows, entries);
        let of_entries = OF_ENTRIES.contains(&&bare(heading)[..]);
        Candidate { heading: heading.to_owned(), of_entries, values, folded, rows, prefix }
    }

    /// The rows of an entry: several only of those who handed in together.
    fn rows(&self, entry: &EntryName) -> Vec<usize> {
        let mut submitters: Vec<usize> =
            entry.submitters.iter().filter_map(|one| self.submitter(one)).collect();
        let submission = entry.submission.iter().filter(|_| self.of_entries);
        // What comes before each name goes first: a student may be called as another's folder is.
        let bare = self.without_prefix(entry);
        let named = bare.iter().chain(&entry.aliases).chain(submission).map(|alias| folded(alias));
        let named = named.filter_map(|alias| self.rows.get(&alias)).next();
        let named = named.filter(|_| submitters.is_empty() || self.of_entries);
        submitters.extend(named.into_iter().flatten());
        submitters.sort_unstable();
        submitters.dedup();
        submitters
    }

    /// The row of one who handed in, where the platform says who.
    fn submitter(&self, one: &Submitter) -> Option<usize> {
        let rows = one.aliases().filter_map(|alias| self.rows.get(&folded(alias)));
        rows.filter(|rows| rows.len() == 1).map(|rows| rows[0]).next()
    }

    fn without_prefix(&self, entry: &EntryName) -> Option<String> {
        let name = folded(entry.aliases.first()?);
        Some(name.strip_prefix(self.prefix.as_deref()?)?.to_owned())
    }

    fn is_alone(&self, row: usize) -> bool {
        self.folded.iter().filter(|other| **other == self.folded[row]).count() == 1
    }

    /// What stands there for a row, where it is that row's alone.
    fn alone(&self, row: usize) -> Option<Label> {
        let value = &self.values[row];
        (!value.is_empty() && self.is_alone(row)).then(|| Label {
            reads: value.clone(),
            // Somebody's number may be another's in the column that counts, or what an entry is called.
            key: format!("{}\0{value}", self.heading).into_bytes(),
        })
    }
}

impl Key {
    /// What an entry's name means by the roster: of several readings the one that names a row.
    pub fn reading<'e>(&self, entry: &'e EntryName) -> &'e EntryName {
        reading(self.others.iter().chain([&self.column]), entry)
    }

    /// The rows of an entry: several only of those who handed in together.
    pub fn rows(&self, entry: &EntryName) -> Vec<usize> {
        let mut rows = self.column.rows(entry);
        for submitter in &entry.submitters {
            if self.column.submitter(submitter).is_none() {
                rows.extend(self.others.iter().find_map(|other| other.submitter(submitter)));
            }
        }
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// Whom an entry would be, if what comes before each name were a part of it.
    pub fn other_claim(&self, entry: &EntryName) -> Option<usize> {
        self.column.without_prefix(entry)?;
        let whole = self.column.rows.get(&folded(entry.aliases.first()?))?;
        whole.first().copied().filter(|row| !self.rows(entry).contains(row))
    }

    /// What each row is known by, in their order.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }
}

/// The only reading of a name that names a row in any of these columns; the name as it is where none
/// does, or where several do: of one student or of two, nobody knows.
fn reading<'e, 'c>(
    columns: impl IntoIterator<Item = &'c Candidate> + Clone,
    entry: &'e EntryName,
) -> &'e EntryName {
    let names_a_row =
        |one: &&EntryName| columns.clone().into_iter().any(|column| !column.rows(one).is_empty());
    let mut naming = entry.readings.iter().filter(names_a_row);
    match (naming.next(), naming.next()) {
        (Some(only), None) => only,
        _ => entry,
    }
}

/// What most entries have before the name of a row. One prefix for all: whoever is called `x-ada` is
/// not taken for `ada`.
fn prefix(rows: &HashMap<String, Vec<usize>>, entries: &[&EntryName]) -> Option<String> {
    let names: Vec<String> =
        entries.iter().filter_map(|entry| entry.aliases.first()).map(|name| folded(name)).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for name in &names {
        for (i, _) in name.match_indices('-') {
            if rows.contains_key(&name[i + 1..]) {
                *uses.entry(&name[..=i]).or_default() += 1;
            }
        }
    }
    let most = uses.into_iter().max_by_key(|(prefix, n)| (*n, std::cmp::Reverse(prefix.len())));
    let (prefix, _) = most?;
    let having = names.iter().filter(|name| name.starts_with(prefix)).count();
    (2 * having >= names.len()).then(|| prefix.to_owned())
}

/// As names are compared: whatever their case, and in whichever form of Unicode a system writes them.
fn folded(text: &str) -> String {
    text.to_lowercase().nfc().collect()
}
