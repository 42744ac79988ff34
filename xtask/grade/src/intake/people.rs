//! Matches entries with the rows of the roster: who handed in what.

use super::Submission;
use super::answer_paths::AnswerPaths;
use super::archive_paths::shown;
use super::collected_files::{Collected, CollectedFiles, Origin};
use super::entry_name::EntryName;
use super::id::ids;
use super::roster::Roster;
use super::roster::key::Key;
use super::submission::ClassEntry;
use crate::results::Student;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use verdict::text::list;
use xtask::failure::Failure;

/// What is said of somebody who has a row in the roster and no entry.
const NOTHING: &str = "nothing was handed in";

/// What is said of an entry that has no row.
const STRANGER: &str = "The roster does not know this submission.";

/// Somebody, and all that is theirs.
pub(super) struct Person {
    student: Student,
    /// By name. What a group handed in together is everybody's of it.
    groups: Vec<Rc<Vec<ClassEntry>>>,
    remarks: Vec<String>,
}

/// Everybody who handed in something or is on the roster.
pub(super) fn people(
    entries: Vec<ClassEntry>,
    roster: Option<&Roster>,
) -> Result<Vec<Person>, Failure> {
    let of_submitters;
    let roster = match roster {
        None if entries.iter().any(|entry| !entry.name.submitters.is_empty()) => {
            of_submitters = Roster::of_submitters(&entries);
            Some(&of_submitters)
        }
        roster => roster,
    };
    let Some(roster) = roster else {
        let others: BTreeSet<Vec<u8>> = keys(&entries);
        let groups = groups(by_folder(entries, |name| others.contains(&name.key)))?;
        return Ok(named(groups.into_iter().map(unknown).collect()));
    };
    let inside = entries.iter().filter_map(|entry| entry.inside.as_ref());
    let names: BTreeMap<&[u8], &EntryName> = entries
        .iter()
        .map(|entry| &entry.name)
        .chain(inside)
        .map(|name| (&name.key[..], name))
        .collect();
    let key = roster.key(&names.into_values().collect::<Vec<_>>())?;
    let read = |entry: ClassEntry| ClassEntry { name: key.reading(&entry.name).clone(), ..entry };
    let entries =
        by_folder(entries.into_iter().map(read).collect(), |name| !key.rows(name).is_empty());
    let groups = groups(entries)?;
    Ok(named(with_roster(groups, roster, &key)))
}

fn keys(entries: &[ClassEntry]) -> BTreeSet<Vec<u8>> {
    let of_classes = entries.iter().filter(|entry| entry.whole.is_none());
    of_classes.map(|entry| entry.name.key.clone()).collect()
}

/// Entries with the name of the folder in them where that is somebody's, and their own is nobody's:
/// `late.zip` with nothing in it but the folder `ada`.
fn by_folder(
    entries: Vec<ClassEntry>,
    is_somebodys: impl Fn(&EntryName) -> bool,
) -> Vec<ClassEntry> {
    let named = |mut entry: ClassEntry| {
        if let Some(inside) = entry.inside.take()
            && is_somebodys(&inside)
            && !is_somebodys(&entry.name)
        {
            // What the place is is told by its own name.
            entry.name = EntryName { file: entry.name.file, ..inside };
        }
        entry
    };
    entries.into_iter().map(named).collect()
}

/// What was handed in under each name.
fn groups(entries: Vec<ClassEntry>) -> Result<Vec<Vec<ClassEntry>>, Failure> {
    let mut groups: BTreeMap<Vec<u8>, Vec<ClassEntry>> = BTreeMap::new();
    for entry in entries {
        groups.entry(entry.name.key.clone()).or_default().push(entry);
    }
    for group in groups.values() {
        let mut wholes = group.iter().filter_map(|entry| entry.whole.as_ref());
        if let (Some(one), Some(other)) = (wholes.next(), wholes.next()) {
            return Err(Failure::usage(format!(
                "two submissions are called {}: in {} and in {}. Name the folder above each student's, or \
                 call them differently",
                shown(&group[0].name.reads),
                one.display(),
                other.display()
            )));
        }
    }
    Ok(groups.into_values().collect())
}

/// Somebody whose id is still to be made, and from what.
type Nameless = (Person, Vec<u8>, String);

fn unknown(entries: Vec<ClassEntry>) -> Nameless {
    let EntryName { key, reads, person, .. } = entries[0].name.clone();
    let remarks = name_conflicts(&entries);
    let student =
        Student { id: String::new(), name: person, stranger: false, roster: BTreeMap::new() };
    (Person { student, groups: vec![Rc::new(entries)], remarks }, key, reads)
}

/// What there is to say of entries with one key: whether they are one student's at all.
fn name_conflicts(entries: &[ClassEntry]) -> Vec<String> {
    let mut remarks = Vec::new();
    if entries.iter().any(|entry| !entry.name.readings.is_empty()) {
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

fn with_roster(groups: Vec<Vec<ClassEntry>>, roster: &Roster, key: &Key) -> Vec<Nameless> {
    let mut of_row: BTreeMap<usize, Vec<Rc<Vec<ClassEntry>>>> = BTreeMap::new();
    let mut people = Vec::new();
    for entries in groups {
        let rows = key.rows(&entries[0].name);
        if rows.is_empty() {
            let mut nameless = unknown(entries);
            if roster.is_whole() {
                nameless.0.student.stranger = true;
                nameless.0.remarks.insert(0, STRANGER.to_owned());
            }
            people.push(nameless);
            continue;
        }
        let entries = Rc::new(entries);
        for row in rows {
            of_row.entry(row).or_default().push(Rc::clone(&entries));
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
        for name in groups.iter().map(|entries| &entries[0].name) {
            if let Some(other) = key.other_claim(name) {
                let other = &key.labels()[other].reads;
                remarks.push(format!(
                    "`{}` begins as all names here do. Without that it is this student's; with it, it would \
                     be the submission of {}.",
                    shown(&name.reads),
                    shown(other)
                ));
            }
        }
        remarks.extend(groups.iter().flat_map(|entries| name_conflicts(entries)));
        let student = roster.student(row, &label.reads);
        people.push((Person { student, groups, remarks }, label.key.clone(), label.reads.clone()));
    }
    people
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
    pub fn submission(self, answer_paths: &AnswerPaths) -> Submission {
        let Person { student, groups, mut remarks } = self;
        let late = groups
            .iter()
            .flat_map(|group| group.iter())
            .filter_map(|entry| entry.name.late())
            .max();
        if groups.is_empty() {
            return Submission { student, answers: BTreeMap::new(), complete: true, remarks, late };
        }
        let mut files = CollectedFiles::new(answer_paths);
        for (name, entries) in groups.iter().enumerate() {
            for entry in entries.iter() {
                files.come_from(Origin {
                    argument: entry.argument,
                    name,
                    number: entry.name.number,
                });
                entry.collect(&mut files);
            }
        }
        let Collected { answers, remarks: said, complete } = files.finish();
        remarks.extend(said);
        Submission { student, answers, complete, remarks, late }
    }
}
