//! `grades.csv`: a row a student, with the points and the state of each exercise.

use super::csv_table::{self, Cell};
use super::student_record::StudentRecord;
use crate::results::Syllabus;
use std::collections::BTreeMap;
use std::path::Path;
use xtask::failure::Failure;

/// Rows by the student's id.
#[derive(Default)]
pub struct Overview(BTreeMap<String, Vec<Cell>>);

impl Overview {
    pub fn add(&mut self, record: &StudentRecord) {
        let mut row = vec![Cell::text(&record.id), Cell::text(&record.name)];
        row.extend([Cell::grade(record.earned), Cell::points(record.possible)]);
        row.extend(record.exercises.iter().map(|it| Cell::grade(it.earned)));
        row.extend(record.exercises.iter().map(|it| Cell::text(it.status.key())));
        let remarks = record.all_remarks().join(" | ");
        row.extend([&record.tier, &remarks, &record.late].map(|text| Cell::text(text)));
        self.0.insert(record.id.clone(), row);
    }

    pub fn write(self, out: &Path, syllabus: &Syllabus) -> Result<(), Failure> {
        let of_each = |what: &'static str| {
            syllabus.exercises.iter().map(move |it| format!("{}-{}{what}", it.number, it.slug))
        };
        let head = ["id", "name", "total", "of"].map(str::to_owned).into_iter();
        let head = head.chain(of_each("")).chain(of_each(" status"));
        let head = head.chain(["tier", "remarks", "late"].map(str::to_owned));
        let head = head.map(|heading| Cell::text(&heading)).collect();
        csv_table::write(out, "grades.csv", std::iter::once(head).chain(self.0.into_values()))
    }
}
