//! Matches entries with the rows of the roster: who handed in what.

use super::Submission;
use super::answer_paths::Layout;
use super::archive_paths::shown;
use super::collected_files::CollectedFiles;
use super::entry_name::EntryName;
use super::id::ids;
use super::roster::Roster;
use super::submission::Entry;
use crate::model::Student;
use std::collections::{BTreeMap, BTreeSet};
use verdict::text::list;
use xtask::failure::Failure;

/// What is said of somebody who has a row in the roster and no entry.
const NOTHING: &str = "nothing was handed in";

/// Somebody, and all that is theirs.
pub(super) struct Person {
    student: Student,
    entries: Vec<Entry>,
    remarks: Vec<String>,
}

/// Everybody who handed in something or is on the roster.
pub(super) fn people(entries: Vec<Entry>, roster: Option<&Roster>) -> Result<Vec<Person>, Failure> {
    let mut groups: BTreeMap<Vec<u8>, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        groups.entry(entry.name.key.clone()).or_default().push(entry);
    }
    for group in groups.values() {
        if let ([first, second, ..], Some(place)) =
            (&group[..], group.iter().find_map(|e| e.whole.as_ref()))
        {
            let other =
                [first, second].into_iter().filter_map(|e| e.whole.as_ref()).find(|o| *o != place);
            let other =
                other.map_or_else(|| "another place".to_owned(), |o| o.display().to_string());
            return Err(Failure::usage(format!(
                "two submissions are called {}: in {} and in {other}. Name the folder above each \
                 student's, or call them differently",
                shown(&first.name.reads),
                place.display()
            )));
        }
    }
    let groups: Vec<Vec<Entry>> = groups.into_values().collect();
    let people = match roster {
        Some(roster) => with_roster(groups, roster)?,
        None => groups.into_iter().map(unknown).collect(),
    };
    Ok(named(people))
}

/// Somebody whose id is still to be made, and from what.
type Nameless = (Person, Vec<u8>, String);

fn unknown(entries: Vec<Entry>) -> Nameless {
    let EntryName { key, reads, person, .. } = entries[0].name.clone();
    let remarks = doubts(&entries);
    let student = Student { id: String::new(), name: person, roster: BTreeMap::new() };
    (Person { student, entries, remarks }, key, reads)
}

/// What there is to say of entries with one key: whether they are one student's at all.
fn doubts(entries: &[Entry]) -> Vec<String> {
    let mut remarks = Vec::new();
    if entries.iter().any(|entry| entry.name.unclear) {
        remarks.push(
            "Its name has several numbers where Canvas puts the student's, and they may be somebody \
             else's: none of them is read. Look whose it is, and name the file otherwise."
                .to_owned(),
        );
    }
    let persons: BTreeSet<&str> = entries.iter().map(|entry| &entry.name.person[..]).collect();
    if persons.len() > 1 {
        let persons: Vec<String> = persons.iter().map(|person| format!("`{person}`")).collect();
        remarks.push(format!(
            "What is taken together here is named as different persons': {}.",
            list(&persons, 4)
        ));
    }
    remarks
}

fn with_roster(groups: Vec<Vec<Entry>>, roster: &Roster) -> Result<Vec<Nameless>, Failure> {
    let names: Vec<&EntryName> = groups.iter().map(|entries| &entries[0].name).collect();
    let key = roster.key(&names)?;
    let rows: Vec<Option<usize>> = names.iter().map(|name| key.row(name)).collect();
    let mut of_row: BTreeMap<usize, Vec<Vec<Entry>>> = BTreeMap::new();
    let mut people = Vec::new();
    for (entries, row) in groups.into_iter().zip(rows) {
        match row {
            Some(row) => of_row.entry(row).or_default().push(entries),
            None => {
                let mut nameless = unknown(entries);
                let remarks = &mut nameless.0.remarks;
                remarks.insert(0, "The roster does not know this submission.".to_owned());
                people.push(nameless);
            }
        }
    }
    for (row, label) in key.labels().iter().enumerate() {
        let groups = of_row.remove(&row).unwrap_or_default();
        let mut remarks = Vec::new();
        if groups.is_empty() {
            remarks.push(NOTHING.to_owned());
        }
        if groups.len() > 1 {
            let names: Vec<String> =
                groups.iter().map(|g| format!("`{}`", shown(&g[0].name.reads))).collect();
            remarks.push(format!("By the roster these are one student's: {}.", list(&names, 4)));
        }
        remarks.extend(groups.iter().flat_map(|entries| doubts(entries)));
        let student = roster.student(row, &label.reads);
        let entries = groups.into_iter().flatten().collect();
        people.push((Person { student, entries, remarks }, label.key.clone(), label.reads.clone()));
    }
    Ok(people)
}

fn named(people: Vec<Nameless>) -> Vec<Person> {
    let names: Vec<(&[u8], &str)> =
        people.iter().map(|(_, key, reads)| (&key[..], &reads[..])).collect();
    let ids = ids(&names);
    let named = |((mut person, ..), id): (Nameless, String)| {
        person.student.id = id;
        person
    };
    people.into_iter().zip(ids).map(named).collect()
}

/// Whether remarks on a submission say that there was something to look at, if no answer.
pub fn came(remarks: &[String]) -> bool {
    !remarks.iter().any(|remark| remark == NOTHING)
}

impl Person {
    /// What they handed in.
    pub fn submission(self, layout: &Layout) -> Submission {
        let Person { student, entries, mut remarks } = self;
        if entries.is_empty() {
            return Submission { student, answers: BTreeMap::new(), remarks };
        }
        let mut files = CollectedFiles::new(layout);
        for entry in &entries {
            entry.collect(&mut files);
        }
        let (answers, said) = files.finish();
        remarks.extend(said);
        Submission { student, answers, remarks }
    }
}
