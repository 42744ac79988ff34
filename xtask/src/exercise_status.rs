//! Computes how far somebody is, with one exercise and with all: what progress, the answers as they are now,
//! and the manifests say together.

use crate::course::{Course, Exercise};
use crate::progress::{Progress, fingerprint};
use crate::skeleton;

/// How far somebody is with one exercise.
pub struct ExerciseStatus<'a> {
    pub exercise: &'a Exercise,
    pub state: State,
    /// Promises kept, of how many, as remembered; `None` before the first check.
    pub promises: Option<(usize, usize)>,
    /// Whether the answer is another than at its last check, or than the skeleton before the first.
    pub edited: bool,
    /// The points that these are worth.
    pub earned: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No promise was put to the test yet.
    NotBegun,
    Tried,
    Solved,
    /// Solved, and the answer is another by now.
    Changed,
}

impl ExerciseStatus<'_> {
    /// What was solved once stays solved.
    pub fn solved(&self) -> bool {
        matches!(self.state, State::Solved | State::Changed)
    }
}

/// How far somebody is with every exercise, in the course's order.
pub fn exercise_statuses<'a>(course: &'a Course, progress: &Progress) -> Vec<ExerciseStatus<'a>> {
    let status = |exercise: &'a Exercise| {
        let entry = progress.of(exercise);
        let edited = match entry {
            Some(entry) if entry.was_checked() => fingerprint(course, exercise) != entry.answer,
            // Of one whose skeleton is gone, nobody knows.
            _ => skeleton::would_replace(course, exercise).unwrap_or(false),
        };
        let state = match entry {
            Some(entry) if entry.solved && edited => State::Changed,
            Some(entry) if entry.solved => State::Solved,
            // One whose hints were read, and no more.
            Some(entry) if entry.of == 0 => State::NotBegun,
            Some(_) => State::Tried,
            None => State::NotBegun,
        };
        let promises = entry.map(|entry| (entry.kept, entry.of)).filter(|(_, of)| *of > 0);
        ExerciseStatus { exercise, state, promises, edited, earned: progress.points(exercise) }
    };
    course.exercises().iter().map(status).collect()
}

/// All of them together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub exercises: usize,
    pub solved: usize,
    pub earned: u64,
    pub points: u64,
}

impl Total {
    pub fn of(exercise_statuses: &[ExerciseStatus<'_>]) -> Total {
        exercise_statuses.iter().fold(Total::default(), |total, status| Total {
            exercises: total.exercises + 1,
            solved: total.solved + usize::from(status.solved()),
            earned: total.earned + status.earned,
            points: total.points + status.exercise.points,
        })
    }
}
