//! The results of a class as data: the syllabus, students, exercises and promises. All of it can be written
//! to a file and read back.

mod adjusted;
mod json;
mod points;

pub use adjusted::{Adjusted, HandedIn};
pub use points::Points;

use crate::seed::Seed;
use crate::source_flags::Flag;
use std::collections::BTreeMap;
use verdict::Report;

/// The version of a student's result file. A reader refuses any other.
pub const VERSION: usize = 2;

/// What is said of a promise of which nothing counts: the judge was silent, or was got round.
pub const NO_REPORT: &str = "There is no report of it that counts, so it does not count as kept.";

/// What is graded: the exercises, and what each can earn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Syllabus {
    /// In the order of the course.
    pub exercises: Vec<ExerciseEntry>,
}

/// One exercise of the syllabus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseEntry {
    /// `01`.
    pub number: String,
    /// `gather`: what results know it by.
    pub slug: String,
    /// `Gather`.
    pub title: String,
    /// What all its promises together are worth.
    pub points: Points,
    /// Its promises in the order in which they teach, those of the instructor's own last.
    pub promises: Vec<PromiseEntry>,
}

/// One promise of the syllabus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseEntry {
    /// The test's name: `the_three_tasks_run_at_the_same_time`.
    pub name: String,
    /// What it is worth.
    pub points: Points,
    /// Whether it comes from outside the course: `--extra-tests`.
    pub extra: bool,
}

/// Somebody whose work is graded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Student {
    /// What files and pages know them by: made from the submission's name, safe in a path and unique
    /// in the class.
    pub id: String,
    /// What people call them: the roster's name, or else the submission's own.
    pub name: String,
    /// Whether there is a roster that does not have them: the work is somebody's, but nobody knows whose.
    pub stranger: bool,
    /// Every other column of the roster, by its heading, as the instructor wrote it: what a gradebook
    /// wants back (`SIS User ID`, `Email address`, …).
    pub roster: BTreeMap<String, String>,
}

/// All that is known of one student's work. One file each.
#[derive(Clone, Debug, PartialEq)]
pub struct Graded {
    pub student: Student,
    /// What protected the machine while it ran: stands in every result.
    pub tier: String,
    /// What the inputs of promises about any input were drawn from.
    pub seed: Seed,
    pub handed_in: HandedIn,
    /// What the instructor should know of the submission as a whole: `nothing was handed in`.
    pub remarks: Vec<String>,
    /// By slug; every exercise of the syllabus has one.
    pub exercises: BTreeMap<String, ExerciseResult>,
}

/// What came of one exercise of one student.
#[derive(Clone, Debug, PartialEq)]
pub struct ExerciseResult {
    /// The hash of everything that the result depends on. The same key, the same result.
    pub key: String,
    pub status: Status,
    /// What the student and the instructor are told besides: `src/lib.rs is larger than 256 KiB`.
    pub remarks: Vec<String>,
    /// What the compiler said, of what does not compile; without colours.
    pub diagnostics: String,
    /// The lines of it that somebody should read. They are the instructor's business, not the student's.
    pub flags: Vec<Flag>,
    /// In the order of the syllabus; empty unless it [`Ran`](Status::Ran).
    pub promises: Vec<PromiseResult>,
    /// What counts in the place of the promises' points, if anything does.
    pub adjusted: Option<Adjusted>,
    /// Of what was handed in late: what the promises gave for the last answer that was on time, if that is
    /// known.
    pub on_time: Option<Points>,
}

/// How far an exercise came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was handed in for it.
    Missing,
    /// Something was handed in, but nothing in it is known as an answer to it.
    Unrecognised,
    /// What was handed in was not accepted: a remark says why.
    Refused,
    /// It does not compile.
    Broken,
    /// Its promises were put to the test.
    Ran,
}

/// What came of one promise.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseResult {
    pub name: String,
    /// Whether the report counts: the judge gave it, under its nonce, and was not got round. Without it
    /// nothing counts as kept.
    pub judged: bool,
    pub report: Report,
    /// What the submission printed, cut to a few kilobytes. Untrusted, like everything in the report.
    pub printed: String,
}

impl PromiseResult {
    pub fn kept(&self) -> bool {
        self.judged && self.report.kept()
    }
}

impl ExerciseResult {
    /// Whether there is a grade for it: an answer was judged, or there was none to judge. Whatever was
    /// handed in and could not be judged has none, and that is not a zero.
    pub fn has_grade(&self) -> bool {
        self.adjusted.is_some() || !matches!(self.status, Status::Refused | Status::Unrecognised)
    }

    /// All that is to be said of it, why its points were adjusted too.
    pub fn all_remarks(&self) -> Vec<String> {
        let why = self.adjusted.iter().map(|adjusted| adjusted.why.clone());
        why.chain(self.remarks.iter().cloned()).collect()
    }
}

/// Why a student has no grade: somebody has to look first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoGrade {
    Stranger,
    Unrecognised,
    Refused,
}

impl NoGrade {
    pub const ALL: [NoGrade; 3] = [NoGrade::Stranger, NoGrade::Unrecognised, NoGrade::Refused];

    /// What it means, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            NoGrade::Stranger => "not on the roster",
            NoGrade::Unrecognised => "an answer was not recognised",
            NoGrade::Refused => "an answer was not accepted",
        }
    }
}

impl Graded {
    /// Why there is no grade for all of it, if there is none.
    pub fn no_grade(&self) -> Option<NoGrade> {
        let any = |status| {
            let without = |result: &&ExerciseResult| !result.has_grade();
            self.exercises.values().filter(without).any(|result| result.status == status)
        };
        match () {
            () if self.student.stranger => Some(NoGrade::Stranger),
            () if any(Status::Unrecognised) => Some(NoGrade::Unrecognised),
            () if any(Status::Refused) => Some(NoGrade::Refused),
            () => None,
        }
    }

    /// All that is to be said of it as a whole, that it came late too.
    pub fn all_remarks(&self) -> Vec<String> {
        self.handed_in.remark().into_iter().chain(self.remarks.iter().cloned()).collect()
    }
}

impl ExerciseEntry {
    /// What a result earns.
    pub fn earned(&self, result: &ExerciseResult) -> Points {
        result.adjusted.as_ref().map_or_else(|| self.of_promises(result), |it| it.points)
    }

    /// The points of each promise kept.
    pub fn of_promises(&self, result: &ExerciseResult) -> Points {
        let kept = |entry: &&PromiseEntry| {
            result.promises.iter().any(|promise| promise.name == entry.name && promise.kept())
        };
        self.promises.iter().filter(kept).map(|entry| entry.points).sum()
    }
}

impl Syllabus {
    /// What all of it is worth.
    pub fn points(&self) -> Points {
        self.exercises.iter().map(|entry| entry.points).sum()
    }

    /// What a student has earned.
    pub fn earned(&self, graded: &Graded) -> Points {
        let of = |entry: &ExerciseEntry| graded.exercises.get(&entry.slug).map(|r| entry.earned(r));
        self.exercises.iter().filter_map(of).sum()
    }
}
