//! One student's result as every format shows it: each promise of the syllabus in its place, and
//! every text harmless as text.

use super::sanitized::{clip, line, lines};
use crate::cli::MissingAs;
use crate::results::{
    ExerciseEntry, ExerciseResult, Graded, NO_REPORT, Points, PromiseEntry, PromiseResult, Status,
    Syllabus,
};
use std::collections::BTreeMap;
use verdict::report_text;
use verdict::text_picture::Style;
use verdict::{Finding, Report};

/// As wide as a terminal, so that pictures look as they do there.
const STYLE: Style = Style { width: 80, unicode: true };
/// The most characters of a finding that are explained. No judge's own sentence is that long.
const MOST_OF_A_FINDING: usize = 4_000;

/// One student's result.
pub struct StudentRecord<'a> {
    /// Safe in a path.
    pub id: String,
    pub name: String,
    roster: BTreeMap<String, String>,
    pub tier: String,
    /// `late by 5 min`; empty unless it is late.
    pub late: String,
    pub remarks: Vec<String>,
    /// `None` where something has to be looked at first: that is no zero.
    pub earned: Option<Points>,
    pub possible: Points,
    /// All of the syllabus, in its order.
    pub exercises: Vec<Exercise<'a>>,
}

/// What came of one exercise.
pub struct Exercise<'a> {
    pub entry: &'a ExerciseEntry,
    /// `None` where there is no grade for it.
    pub earned: Option<Points>,
    pub status: Status,
    pub remarks: Vec<String>,
    /// Why it earns something else than its promises; empty when it doesn't.
    pub adjusted: String,
    /// Why nothing was put to the test, and what the compiler said; empty when it ran.
    pub why: String,
    /// All of the syllabus, in its order, whether or not they were put to the test.
    pub promises: Vec<Promise<'a>>,
}

/// What came of one promise.
pub struct Promise<'a> {
    pub entry: &'a PromiseEntry,
    /// `1.3`: the exercise's number and its own.
    pub number: String,
    pub state: State,
    pub earned: Points,
    /// Why it is not kept, in a sentence or two; empty when it is.
    pub reason: String,
    /// The same as a learner reads it in a terminal, with the timeline.
    pub message: String,
    /// What kind of mistake it is, for machines: `one-after-another`, `hung`.
    pub kind: String,
    /// What the answer printed.
    pub printed: String,
}

/// What is known of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Kept,
    /// The judge says so.
    Broken,
    /// The judge never came to speak, or was got round.
    Unproved,
    /// It was not put to the test.
    Untested,
}

impl<'a> StudentRecord<'a> {
    pub fn of(syllabus: &'a Syllabus, graded: &Graded, missing_as: MissingAs) -> StudentRecord<'a> {
        let student = &graded.student;
        let grade = |known: bool, earned: Points| match missing_as {
            _ if known && !student.stranger => Some(earned),
            MissingAs::Blank => None,
            MissingAs::Zero => Some(Points::ZERO),
        };
        let exercise = |entry: &'a ExerciseEntry| {
            let result = graded.exercises.get(&entry.slug);
            let known = result.is_none_or(ExerciseResult::has_grade);
            let earned = result.map_or(Points::ZERO, |result| entry.earned(result));
            Exercise::of(entry, result, grade(known, earned))
        };
        let exercises: Vec<Exercise> = syllabus.exercises.iter().map(exercise).collect();
        let name = line(&student.name);
        StudentRecord {
            id: student.id.clone(),
            name: if name.is_empty() { student.id.clone() } else { name },
            roster: student.roster.clone(),
            tier: line(&graded.tier),
            late: graded.handed_in.to_string(),
            remarks: graded.all_remarks().iter().map(|remark| line(remark)).collect(),
            earned: exercises.iter().map(|exercise| exercise.earned).sum(),
            possible: syllabus.points(),
            exercises,
        }
    }

    /// What the roster says under the first of these headings that says anything, whatever their
    /// case.
    pub fn roster(&self, headings: &[&str]) -> Option<String> {
        let under = |wanted: &&str| {
            let wanted = wanted.to_lowercase();
            let named = self.roster.iter().filter(|(it, _)| it.trim().to_lowercase() == wanted);
            named.map(|(_, cell)| line(cell)).find(|cell| !cell.is_empty())
        };
        headings.iter().find_map(under)
    }

    /// Their row of the roster, by heading; empty of somebody whom it does not know.
    pub fn row(&self) -> &BTreeMap<String, String> {
        &self.roster
    }

    /// All remarks, a line each, those on an exercise with its number.
    pub fn all_remarks(&self) -> Vec<String> {
        let of_exercise = |exercise: &Exercise| -> Vec<String> {
            let remarks = exercise.remarks.iter();
            remarks.map(|remark| format!("{}: {remark}", exercise.heading())).collect()
        };
        let of_exercises = self.exercises.iter().flat_map(of_exercise);
        self.remarks.iter().cloned().chain(of_exercises).collect()
    }
}

impl<'a> Exercise<'a> {
    fn of(
        entry: &'a ExerciseEntry,
        result: Option<&ExerciseResult>,
        earned: Option<Points>,
    ) -> Exercise<'a> {
        let status = result.map_or(Status::Missing, |result| result.status);
        let promise = |(index, of): (usize, &'a PromiseEntry)| {
            let known = result.filter(|result| result.status == Status::Ran);
            let known = known.and_then(|it| it.promises.iter().find(|one| one.name == of.name));
            let number = format!("{}.{}", entry.number.trim_start_matches('0'), index + 1);
            match known {
                Some(known) => Promise::of(of, number, known),
                None => Promise::untested(of, number, status),
            }
        };
        Exercise {
            entry,
            earned,
            status,
            remarks: result.iter().flat_map(|it| it.all_remarks()).map(|it| line(&it)).collect(),
            adjusted: result
                .and_then(|result| result.adjusted.as_ref())
                .map(|adjusted| line(&adjusted.why))
                .unwrap_or_default(),
            why: why(status, result.map_or("", |result| &result.diagnostics)),
            promises: entry.promises.iter().enumerate().map(promise).collect(),
        }
    }

    /// `01 Gather`.
    pub fn heading(&self) -> String {
        format!("{} {}", self.entry.number, self.entry.title)
    }

    /// `01-gather`.
    pub fn folder(&self) -> String {
        format!("{}-{}", self.entry.number, self.entry.slug)
    }
}

fn why(status: Status, diagnostics: &str) -> String {
    let Some(sentence) = untested(status) else { return String::new() };
    format!("{sentence}\n{}", lines(diagnostics)).trim_end().to_owned()
}

/// Why an exercise was not put to the test, if it was not.
fn untested(status: Status) -> Option<&'static str> {
    match status {
        Status::Missing => Some("Nothing was handed in for it."),
        Status::Unrecognised => {
            Some("Something was handed in, but no answer to it was recognised.")
        }
        Status::Refused => Some("What was handed in for it was not accepted."),
        Status::Broken => Some("It does not compile."),
        Status::Ran => None,
    }
}

impl<'a> Promise<'a> {
    fn of(entry: &'a PromiseEntry, number: String, known: &PromiseResult) -> Promise<'a> {
        let printed = lines(&known.printed);
        let report = bounded(&known.report);
        let kind = match &report.finding {
            Some(Finding { misconception: Some(misconception), .. }) => line(misconception),
            _ => report.end.key().to_owned(),
        };
        if known.kept() {
            let (reason, message) = Default::default();
            let earned = entry.points;
            let state = State::Kept;
            return Promise { entry, number, state, earned, reason, message, kind, printed };
        }
        let mut reason = report.finding.as_ref().map_or("", |it| it.happened.as_str());
        let mut message = lines(&report_text::plain(&report, STYLE, 0));
        if report.finding.is_none() {
            reason = NO_REPORT;
            message = format!("{reason}\n\n{message}").trim_end().to_owned();
        }
        let reason = line(&reason.split_whitespace().collect::<Vec<_>>().join(" "));
        let state = if known.judged { State::Broken } else { State::Unproved };
        Promise { entry, number, state, earned: Points::ZERO, reason, message, kind, printed }
    }

    fn untested(entry: &'a PromiseEntry, number: String, status: Status) -> Promise<'a> {
        let why = untested(status).unwrap_or("There is no result for it.");
        Promise {
            entry,
            number,
            state: State::Untested,
            earned: Points::ZERO,
            reason: why.to_owned(),
            message: format!("Not put to the test. {why}"),
            kind: status.key().to_owned(),
            printed: String::new(),
        }
    }

    pub fn kept(&self) -> bool {
        self.state == State::Kept
    }

    /// The promise itself: `the three tasks run at the same time`.
    pub fn words(&self) -> String {
        line(&verdict::text::words(&self.entry.name))
    }
}

/// The report without what nobody would read to its end: it takes long to lay out.
fn bounded(report: &Report) -> Report {
    let mut report = report.clone();
    if let Some(finding) = &mut report.finding {
        for text in [&mut finding.happened, &mut finding.meaning] {
            *text = clip(text, MOST_OF_A_FINDING, " … (cut)");
        }
    }
    report
}
