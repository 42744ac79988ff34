//! The outcome of an exercise at a glance: solved, partly solved, not compiled, …, with its sign.

use crate::results::{ExerciseEntry, ExerciseResult, Points, PromiseEntry, Status};
use verdict::text::count;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Every promise is kept.
    Solved,
    /// Some are.
    Partly,
    /// None is.
    Unsolved,
    /// It does not compile.
    Uncompiled,
    /// It was not accepted.
    Refused,
    /// Nothing in it is known as an answer.
    Unrecognised,
    /// Nothing was handed in.
    Missing,
}

impl Outcome {
    pub(super) const ALL: [Outcome; 7] = [
        Outcome::Solved,
        Outcome::Partly,
        Outcome::Unsolved,
        Outcome::Uncompiled,
        Outcome::Refused,
        Outcome::Unrecognised,
        Outcome::Missing,
    ];

    pub(super) fn of(entry: &ExerciseEntry, result: &ExerciseResult) -> Outcome {
        match (result.status, kept(entry, result).len()) {
            (Status::Missing, _) => Outcome::Missing,
            (Status::Unrecognised, _) => Outcome::Unrecognised,
            (Status::Refused, _) => Outcome::Refused,
            (Status::Broken, _) => Outcome::Uncompiled,
            (Status::Ran, kept) if kept == entry.promises.len() => Outcome::Solved,
            (Status::Ran, 0) => Outcome::Unsolved,
            (Status::Ran, _) => Outcome::Partly,
        }
    }

    /// Whether its promises were put to the test.
    pub(super) fn ran(self) -> bool {
        matches!(self, Outcome::Solved | Outcome::Partly | Outcome::Unsolved)
    }

    /// What tells it from the others without colours.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Outcome::Solved => "✓",
            Outcome::Partly => "◐",
            Outcome::Unsolved => "✗",
            Outcome::Uncompiled => "⚠",
            Outcome::Refused => "!",
            Outcome::Unrecognised => "?",
            Outcome::Missing => "–",
        }
    }

    /// Its class in style sheets.
    pub(super) fn class(self) -> &'static str {
        match self {
            Outcome::Solved => "s",
            Outcome::Partly => "p",
            Outcome::Unsolved => "u",
            Outcome::Uncompiled => "c",
            Outcome::Refused => "r",
            // As what was not accepted: somebody has to look.
            Outcome::Unrecognised => "r",
            Outcome::Missing => "m",
        }
    }

    /// What it means, in a few words.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Outcome::Solved => "every promise kept",
            Outcome::Partly => "some promises kept",
            Outcome::Unsolved => "no promise kept",
            Outcome::Uncompiled => "does not compile",
            Outcome::Refused => "not accepted",
            Outcome::Unrecognised => "no answer recognised",
            Outcome::Missing => "not handed in",
        }
    }
}

/// The promises of an exercise that are kept.
pub(super) fn kept<'a>(entry: &'a ExerciseEntry, result: &ExerciseResult) -> Vec<&'a PromiseEntry> {
    let is_kept = |name: &str| result.promises.iter().any(|p| p.name == name && p.kept());
    entry.promises.iter().filter(|promise| is_kept(&promise.name)).collect()
}

/// What became of an exercise, in a sentence or two to its author.
pub(super) fn sentence(entry: &ExerciseEntry, result: &ExerciseResult) -> String {
    let of = entry.promises.len();
    match (Outcome::of(entry, result), kept(entry, result).len()) {
        (Outcome::Missing, _) => "Nothing was handed in for this exercise.".to_owned(),
        (Outcome::Unrecognised, _) => {
            "Something was handed in, but no answer to this exercise was recognised in it. It has no \
             grade yet."
                .to_owned()
        }
        (Outcome::Refused, _) => "What was handed in could not be accepted.".to_owned(),
        (Outcome::Uncompiled, _) => {
            "It does not compile yet, so its promises could not be put to the \
             test. Here is what the compiler said; begin with its first error."
                .to_owned()
        }
        (Outcome::Solved, _) if of == 1 => "Its promise is kept.".to_owned(),
        (Outcome::Solved, _) => format!("All {of} promises are kept."),
        (_, 0) if of > 1 => format!("None of the {of} promises is kept yet."),
        (_, kept) => format!("{kept} of {} kept.", count(of, "promise")),
    }
}

/// What an exercise has earned; a dash where it has no grade.
pub(super) fn earned(entry: &ExerciseEntry, result: &ExerciseResult) -> String {
    if result.has_grade() { entry.earned(result).to_string() } else { "–".to_owned() }
}

/// `1 point`, `2.5 points`.
pub(super) fn points(points: Points) -> String {
    format!("{points} point{}", if points == Points::whole(1) { "" } else { "s" })
}
