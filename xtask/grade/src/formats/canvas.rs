//! `canvas.csv`: for "Import" in the gradebook of Canvas.
//! <https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb>
//!
//! Canvas knows an assignment by its name and its number, as its own export has them: `Homework 1 (98765)`.
//! Where the roster has such a column for the title, or for an exercise, that is the one that is filled in.
//!
//! The columns that say who somebody is come from the roster, where it has them: export the
//! gradebook, and what comes out is a roster. Canvas looks for a student under `ID`, then
//! `SIS User ID`, then `SIS Login ID`, and where all of these are empty, under the name. Names of
//! submissions are chosen by those who hand in. So where the roster tells others apart, somebody
//! whom it does not know gets a name that is nobody's: Canvas then asks who that is.

use super::csv_table::{self, Cell};
use super::student_record::StudentRecord;
use crate::results::{ExerciseEntry, Points, Syllabus};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use xtask::failure::Failure;

/// What says who somebody is.
const IDENTITIES: [&str; 3] = ["ID", "SIS User ID", "SIS Login ID"];

/// The second row says what an assignment is worth. Canvas knows it by these words in the first
/// column, and would take it for any student of that name.
const POINTS_POSSIBLE: &str = "Points Possible";

#[derive(Default)]
pub struct Canvas {
    rows: BTreeMap<String, Row>,
    /// All headings of the roster.
    headings: BTreeSet<String>,
}

struct Row {
    student: String,
    identities: [String; 3],
    section: String,
    total: Cell,
    /// By the exercise's place in the syllabus.
    exercises: Vec<Option<Points>>,
}

impl Canvas {
    pub fn add(&mut self, record: &StudentRecord) {
        let of = |heading: &str| record.roster(&[heading]).unwrap_or_default();
        let student = record.roster(&["Student"]).unwrap_or_else(|| record.name.clone());
        let row = Row {
            student: student.replace(POINTS_POSSIBLE, "Points possible"),
            identities: IDENTITIES.map(of),
            section: of("Section"),
            total: Cell::grade(record.earned),
            exercises: record.exercises.iter().map(|exercise| exercise.earned).collect(),
        };
        self.headings.extend(record.row().keys().cloned());
        self.rows.insert(record.id.clone(), row);
    }

    pub fn write(self, out: &Path, syllabus: &Syllabus, title: &str) -> Result<(), Failure> {
        let [id, user, login] = IDENTITIES;
        let known_as = |names: &[&str]| self.headings.iter().find(|it| is_assignment(it, names));
        let total = known_as(&[title]).map_or(title, |heading| heading);
        let mut head: Vec<Cell> =
            ["Student", id, user, login, "Section", total].map(Cell::text).into();
        let of_exercises: Vec<(usize, &ExerciseEntry)> = syllabus
            .exercises
            .iter()
            .enumerate()
            .filter_map(|(index, entry)| {
                let heading = known_as(&[&entry.title, &entry.slug, &both(entry)])?;
                (heading != total).then(|| head.push(Cell::text(heading)))?;
                Some((index, entry))
            })
            .collect();
        let mut worth = vec![Cell::text(&format!("    {POINTS_POSSIBLE}"))];
        worth.extend([(); 4].map(|()| Cell::text("")));
        worth.push(Cell::points(syllabus.points()));
        worth.extend(of_exercises.iter().map(|(_, entry)| Cell::points(entry.points)));
        let known = self.rows.values().any(Row::is_known);
        let rows = self.rows.into_values().map(|row| {
            let of_exercises: Vec<Cell> =
                of_exercises.iter().map(|(index, _)| Cell::grade(row.exercises[*index])).collect();
            let mut cells = row.cells(known);
            cells.extend(of_exercises);
            cells
        });
        csv_table::write(out, "canvas.csv", [head, worth].into_iter().chain(rows))
    }
}

/// Whether a heading is one of Canvas's for an assignment that is called one of these: the name, and a
/// number in brackets, unless the name has that already.
fn is_assignment(heading: &str, names: &[&str]) -> bool {
    let bare =
        heading.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")).filter(|(_, number)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
    let Some((bare, _)) = bare else { return false };
    names
        .iter()
        .any(|name| [bare, heading].iter().any(|it| it.to_lowercase() == name.to_lowercase()))
}

/// `01 Gather`.
fn both(entry: &ExerciseEntry) -> String {
    format!("{} {}", entry.number, entry.title)
}

impl Row {
    fn is_known(&self) -> bool {
        self.identities.iter().any(|identity| !identity.is_empty())
    }

    /// `others` says whether the roster knows anybody.
    fn cells(self, others: bool) -> Vec<Cell> {
        let stranger = if others && !self.is_known() { " (not in the roster)" } else { "" };
        let mut cells = vec![Cell::text(&format!("{}{stranger}", self.student))];
        cells.extend(self.identities.iter().map(|identity| Cell::text(identity)));
        cells.extend([Cell::text(&self.section), self.total]);
        cells
    }
}
