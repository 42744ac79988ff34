//! `moodle.csv`: for "Import → CSV file" in the gradebook of Moodle, grade and feedback in one.
//! <https://docs.moodle.org/en/Grade_import>
//!
//! Map the column that identifies students ("map from" its heading, "map to" its like), the grade to
//! an item that exists, and the feedback to "Feedback for" that item, **in one import**: feedback
//! that is imported by itself takes away the grades that are there. Moodle takes no grade above 100
//! unless its administrator allows it; for an item of 100 there is a column of percents.
//!
//! Feedback is HTML to Moodle, so what is text is escaped.

use super::csv_table::{self, Cell};
use super::student_record::{Exercise, State, StudentRecord};
use crate::results::Points;
use quick_xml::escape::escape;
use std::collections::BTreeMap;
use std::path::Path;
use xtask::failure::Failure;

/// What Moodle can find a student by: its own heading first, then others that rosters use.
const IDENTITIES: [&[&str]; 3] = [
    &["Email address", "Email", "E-mail", "E-mail address"],
    &["ID number", "Idnumber"],
    &["Username", "User name"],
];

#[derive(Default)]
pub struct Moodle(BTreeMap<String, Row>);

struct Row {
    identities: [Option<String>; 3],
    name: String,
    points: Option<Points>,
    percent: Option<Points>,
    feedback: Cell,
}

impl Moodle {
    pub fn add(&mut self, record: &StudentRecord) {
        let row = Row {
            identities: IDENTITIES.map(|headings| record.roster(headings)),
            name: record.name.clone(),
            points: record.earned,
            percent: record.earned.map(|earned| percent(earned, record.possible)),
            feedback: Cell::text(&escape(feedback(record))),
        };
        self.0.insert(record.id.clone(), row);
    }

    pub fn write(self, out: &Path, title: &str) -> Result<(), Failure> {
        let identity = self.identity();
        let heading = identity.and_then(|of| IDENTITIES[of].first().copied());
        let percent = format!("{title} (percent)");
        let feedback = format!("{title} (feedback)");
        let others = ["Full name", title, &percent, &feedback];
        let head = heading.into_iter().chain(others).map(Cell::text).collect();
        let rows = self.0.into_values().map(|row| row.cells(identity));
        csv_table::write(out, "moodle.csv", std::iter::once(head).chain(rows))
    }

    /// Which of the identities most of the class have, if any.
    fn identity(&self) -> Option<usize> {
        let having =
            |of: &usize| self.0.values().filter(|row| row.identities[*of].is_some()).count();
        // Of equals, the first.
        (0..IDENTITIES.len()).rev().max_by_key(having).filter(|of| having(of) > 0)
    }
}

impl Row {
    fn cells(mut self, identity: Option<usize>) -> Vec<Cell> {
        let mut cells = Vec::new();
        if let Some(of) = identity {
            // Not empty: Moodle would give this row's grade to the student of the row before. And no
            // name as it stands: whoever calls a submission by somebody's address would be them.
            // Nobody is called so, and Moodle imports nothing until that is put right.
            let stranger = || format!("not in the roster: {}", self.name);
            cells.push(Cell::text(&self.identities[of].take().unwrap_or_else(stranger)));
        }
        cells.extend([Cell::text(&self.name), Cell::grade(self.points)]);
        cells.extend([Cell::grade(self.percent), self.feedback]);
        cells
    }
}

/// In hundredths of a percent, rounded down: 100 is all of it and nothing else.
fn percent(earned: Points, possible: Points) -> Points {
    let whole = possible.hundredths().max(1);
    Points::of_hundredths(earned.hundredths() * 10_000 / whole)
}

/// What a student reads beside the grade: what is not kept, and why. A picture would be in shreds
/// here. Where there is no grade there is nothing: feedback alone takes away the grade that is there.
pub(super) fn feedback(record: &StudentRecord) -> String {
    let Some(earned) = record.earned else { return String::new() };
    let mut lines = vec![format!("{earned} of {} points.", record.possible)];
    lines.extend(record.all_remarks());
    for exercise in &record.exercises {
        let earned = exercise.earned.unwrap_or(Points::ZERO);
        let earned = format!("{earned} of {}", exercise.entry.points);
        lines.push(format!("{}: {earned}. {}", exercise.heading(), untested(exercise)));
        for promise in
            exercise.promises.iter().filter(|it| it.state != State::Untested && !it.kept())
        {
            lines.push(format!("{}: {}. {}", promise.number, promise.words(), promise.reason));
        }
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

/// Why it was not put to the test, without what the compiler said.
fn untested<'a>(exercise: &'a Exercise) -> &'a str {
    exercise.why.lines().next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_percent_are_all_of_it() {
        let of = |earned, possible| {
            percent(Points::of_hundredths(earned), Points::of_hundredths(possible)).to_string()
        };
        assert_eq!(of(16_000, 16_000), "100");
        assert_eq!(of(15_999, 16_000), "99.99");
        assert_eq!(of(1, 3), "33.33");
        assert_eq!(of(0, 0), "0");
    }
}
