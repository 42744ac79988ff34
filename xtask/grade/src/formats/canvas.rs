//! `canvas.csv`: for "Import" in the gradebook of Canvas.
//! <https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb>
//!
//! The columns that say who somebody is come from the roster, where it has them: export the
//! gradebook, and what comes out is a roster. Canvas looks for a student under `ID`, then
//! `SIS User ID`, then `SIS Login ID`, and where all of these are empty, under the name. Names of
//! submissions are chosen by those who hand in. So where the roster tells others apart, somebody
//! whom it does not know gets a name that is nobody's: Canvas then asks who that is.

use super::COURSE;
use super::csv_table::{self, Cell};
use super::student_record::StudentRecord;
use crate::model::Syllabus;
use std::collections::BTreeMap;
use std::path::Path;
use xtask::failure::Failure;

/// What says who somebody is.
const IDENTITIES: [&str; 3] = ["ID", "SIS User ID", "SIS Login ID"];

/// The second row says what an assignment is worth. Canvas knows it by these words in the first
/// column, and would take it for any student of that name.
const POINTS_POSSIBLE: &str = "Points Possible";

#[derive(Default)]
pub struct Canvas(BTreeMap<String, Row>);

struct Row {
    student: String,
    identities: [String; 3],
    section: String,
    total: Cell,
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
        };
        self.0.insert(record.id.clone(), row);
    }

    pub fn write(self, out: &Path, syllabus: &Syllabus) -> Result<(), Failure> {
        let [id, user, login] = IDENTITIES;
        let head = ["Student", id, user, login, "Section", COURSE].map(Cell::text).into();
        let mut worth = vec![Cell::text(&format!("    {POINTS_POSSIBLE}"))];
        worth.extend([(); 4].map(|()| Cell::text("")));
        worth.push(Cell::points(syllabus.points()));
        let known = self.0.values().any(Row::is_known);
        let rows = self.0.into_values().map(|row| row.cells(known));
        csv_table::write(out, "canvas.csv", [head, worth].into_iter().chain(rows))
    }
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
