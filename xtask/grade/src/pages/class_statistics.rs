//! The statistics of a class for the overview: all that stays in memory of each student.

use super::excerpt::{line, lines, name};
use super::outcome::Outcome;
use crate::results::{
    ExerciseEntry, ExerciseResult, Graded, NO_REPORT, NoGrade, Points, PromiseResult, Status,
    Syllabus,
};
use crate::seed::Seed;
use crate::source_flags::Flag;
use std::collections::{BTreeMap, BTreeSet};

/// How many columns are kept of a remark, of a mistake's name, and of what protected the machine.
const REMARK: usize = 200;
const NAME: usize = 60;
const TIER: usize = 120;

/// How many lines are kept of what happened to somebody, and of what that means.
const EXAMPLE: usize = 4;

/// Mistakes and students, counted.
#[derive(Debug, Default)]
pub(super) struct ClassStatistics {
    pub rows: Vec<Row>,
    /// By exercise and promise, as the syllabus numbers them from 0: who broke it, and why.
    pub broken: BTreeMap<(usize, usize), BTreeMap<Cause, usize>>,
    pub causes: BTreeMap<Cause, Concerned>,
    /// What protected the machine, and for how many students.
    pub tiers: BTreeMap<String, usize>,
    /// What inputs were drawn from.
    pub seeds: BTreeSet<Seed>,
}

/// One student.
#[derive(Debug)]
pub(super) struct Row {
    pub id: String,
    pub name: String,
    /// `late by 5 min`; empty unless it is late.
    pub late: String,
    pub earned: Points,
    /// Why there is no grade for all of it, if there is none.
    pub no_grade: Option<NoGrade>,
    /// One for each exercise of the syllabus.
    pub cells: Vec<Cell>,
    pub remarks: Vec<Remark>,
    /// The exercises whose answer somebody should read, and the lines.
    pub to_be_read: Vec<(usize, Vec<Flag>)>,
}

impl Row {
    /// Whether their points are all that there is to earn. (A stranger's are, but nobody knows whose.)
    pub(super) fn has_points(&self) -> bool {
        matches!(self.no_grade, None | Some(NoGrade::Stranger))
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub outcome: Outcome,
    pub earned: Points,
    /// Whether something else counts than its promises.
    pub adjusted: bool,
}

/// What is to be known of a student's work.
#[derive(Debug)]
pub(super) struct Remark {
    /// The exercise that it is about; without one, it is about the whole submission.
    pub exercise: Option<usize>,
    pub text: String,
    pub severity: Severity,
}

/// How much a remark needs somebody, what needs somebody most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Severity {
    /// Of an answer that ran: it has got round the judge.
    GotRound,
    /// An answer wasn't accepted.
    Refused,
    /// Whose it is, and what else was in it.
    Submission,
    /// Nothing was handed in.
    Nothing,
}

/// What is behind a broken promise: the mistake's name, if it was recognised.
pub(super) type Cause = Option<String>;

/// Whom a mistake concerns.
#[derive(Debug)]
pub(super) struct Concerned {
    /// By row: the exercise in which it is seen first.
    pub students: BTreeMap<usize, usize>,
    /// By exercise and promise: for how many students it is what broke them.
    pub places: BTreeMap<(usize, usize), usize>,
    pub example: Example,
}

/// How a mistake shows.
#[derive(Debug)]
pub(super) struct Example {
    /// Whose it is: the first by id, so that the order in which students come changes nothing.
    id: String,
    pub happened: String,
    pub meaning: String,
}

impl ClassStatistics {
    pub(super) fn add(&mut self, syllabus: &Syllabus, graded: &Graded) {
        let row = self.rows.len();
        let remark = |exercise, severity, text: &String| {
            let text = line(text.trim(), REMARK);
            Remark { exercise, text, severity }
        };
        let came = graded.exercises.values().any(|result| result.status != Status::Missing);
        let severity = if came { Severity::Submission } else { Severity::Nothing };
        let mut remarks: Vec<Remark> =
            graded.remarks.iter().map(|text| remark(None, severity, text)).collect();
        let mut cells = Vec::new();
        let mut to_be_read = Vec::new();
        for (exercise, entry) in syllabus.exercises.iter().enumerate() {
            let Some(result) = graded.exercises.get(&entry.slug) else {
                cells.push(Cell {
                    outcome: Outcome::Missing,
                    earned: Points::ZERO,
                    adjusted: false,
                });
                continue;
            };
            let outcome = Outcome::of(entry, result);
            let (earned, adjusted) = (entry.earned(result), result.adjusted.is_some());
            cells.push(Cell { outcome, earned, adjusted });
            let severity = if outcome.ran() { Severity::GotRound } else { Severity::Refused };
            remarks
                .extend(result.remarks.iter().map(|text| remark(Some(exercise), severity, text)));
            if !result.flags.is_empty() {
                let flag = |flag: &Flag| Flag {
                    text: line(&flag.text, REMARK),
                    why: line(&flag.why, REMARK),
                    ..*flag
                };
                to_be_read.push((exercise, result.flags.iter().map(flag).collect()));
            }
            if outcome.ran() {
                self.add_broken(&graded.student.id, row, exercise, entry, result);
            }
        }
        self.seeds.insert(graded.seed);
        *self.tiers.entry(line(&graded.tier, TIER)).or_default() += 1;
        self.rows.push(Row {
            id: graded.student.id.clone(),
            name: name(&graded.student),
            late: graded.handed_in.to_string(),
            earned: syllabus.earned(graded),
            no_grade: graded.no_grade(),
            cells,
            remarks,
            to_be_read,
        });
    }

    fn add_broken(
        &mut self,
        id: &str,
        row: usize,
        exercise: usize,
        entry: &ExerciseEntry,
        result: &ExerciseResult,
    ) {
        for (number, promise) in entry.promises.iter().enumerate() {
            let result = result.promises.iter().find(|result| result.name == promise.name);
            if result.is_some_and(PromiseResult::kept) {
                continue;
            }
            let place = (exercise, number);
            let cause = cause(result);
            *self.broken.entry(place).or_default().entry(cause.clone()).or_default() += 1;
            let concerned = self.causes.entry(cause).or_insert_with(|| Concerned {
                students: BTreeMap::new(),
                places: BTreeMap::new(),
                example: Example::of(id, result),
            });
            concerned.students.entry(row).or_insert(exercise);
            *concerned.places.entry(place).or_default() += 1;
            if id < concerned.example.id.as_str() {
                concerned.example = Example::of(id, result);
            }
        }
    }

    /// With the students by name, and by id where they share one.
    pub(super) fn in_order(self) -> ClassStatistics {
        let mut rows: Vec<(usize, Row)> = self.rows.into_iter().enumerate().collect();
        rows.sort_by_cached_key(|(_, row)| (row.name.to_lowercase(), row.id.clone()));
        let mut place = vec![0; rows.len()];
        rows.iter().enumerate().for_each(|(new, (old, _))| place[*old] = new);
        let mut causes = self.causes;
        for concerned in causes.values_mut() {
            let students = std::mem::take(&mut concerned.students);
            concerned.students =
                students.into_iter().map(|(row, exercise)| (place[row], exercise)).collect();
        }
        ClassStatistics { rows: rows.into_iter().map(|(_, row)| row).collect(), causes, ..self }
    }
}

fn cause(result: Option<&PromiseResult>) -> Cause {
    match result.map(|result| &result.report.finding) {
        Some(Some(finding)) => finding.misconception.as_ref().map(|key| line(key, NAME)),
        _ => Some("no-report-that-counts".to_owned()),
    }
}

impl Example {
    fn of(id: &str, result: Option<&PromiseResult>) -> Example {
        let finding = result.and_then(|result| result.report.finding.as_ref());
        let (happened, meaning) =
            finding.map_or((NO_REPORT, ""), |f| (f.happened.as_str(), f.meaning.as_str()));
        let (happened, meaning) = (lines(happened, EXAMPLE), lines(meaning, EXAMPLE));
        Example { id: id.to_owned(), happened, meaning }
    }
}
