//! `moodle-worksheet.csv`: the grading worksheet of a Moodle assignment, filled in, for "Upload grading
//! worksheet". <https://docs.moodle.org/en/Assignment_settings>
//!
//! Moodle gives it out with a row a student, named by `Identifier` ("Participant 12345") alone where marking is
//! blind, and finds its columns by their headings when it comes back. So it must be the roster, and only what
//! is graded is changed. Moodle knows the grade by its own maximum.

use super::csv_table::{self, Cell};
use super::moodle::feedback;
use super::student_record::StudentRecord;
use crate::results::Points;
use crate::store::remove;
use quick_xml::escape::escape;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use xtask::failure::Failure;

const NAME: &str = "moodle-worksheet.csv";

const IDENTIFIER: &str = "Identifier";
const GRADE: &str = "Grade";
const MAXIMUM: &str = "Maximum grade";
const FEEDBACK: &str = "Feedback comments";

/// Rows by the student's id.
#[derive(Default)]
pub struct Worksheet(BTreeMap<String, BTreeMap<String, String>>);

impl Worksheet {
    pub fn add(&mut self, record: &StudentRecord) {
        let mut row = record.row().clone();
        if !row.contains_key(IDENTIFIER) || !row.contains_key(GRADE) {
            return;
        }
        // Where there is no grade, Moodle's own cells stay as they are.
        let Some(earned) = record.earned else {
            self.0.insert(record.id.clone(), row);
            return;
        };
        let maximum = row.get(MAXIMUM).and_then(|cell| Points::parsed(cell.trim()));
        let possible = record.possible.hundredths().max(1);
        let grade = maximum.map_or(earned, |maximum| {
            Points::of_hundredths(earned.hundredths() * maximum.hundredths() / possible)
        });
        row.insert(GRADE.to_owned(), grade.to_string());
        if let Some(cell) = row.get_mut(FEEDBACK) {
            *cell = escape(feedback(record)).into_owned();
        }
        self.0.insert(record.id.clone(), row);
    }

    /// Writes it, if there is one; removes that of another roster, if there is none.
    pub fn write(self, out: &Path) -> Result<(), Failure> {
        if self.0.is_empty() {
            return remove(&out.join(NAME));
        }
        let headings: BTreeSet<&String> = self.0.values().flat_map(BTreeMap::keys).collect();
        // Who somebody is comes first, as Moodle has it.
        let (first, others): (Vec<&String>, Vec<&String>) =
            headings.into_iter().partition(|heading| *heading == IDENTIFIER);
        let headings: Vec<&String> = first.into_iter().chain(others).collect();
        let head = headings.iter().map(|heading| Cell::text(heading)).collect();
        let row = |row: &BTreeMap<String, String>| {
            let cell = |heading: &&String| row.get(*heading).map_or("", String::as_str);
            headings.iter().map(|heading| Cell::platforms(cell(heading))).collect()
        };
        csv_table::write(out, NAME, std::iter::once(head).chain(self.0.values().map(row)))
    }
}
