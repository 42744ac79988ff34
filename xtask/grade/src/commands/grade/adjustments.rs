//! What changes the points of a run besides promises.

use crate::cli::Grade;
use crate::due::{self, Minute, Penalty};
use crate::intake::{Answer, Submission};
use crate::overrides::{self, Overrides};
use crate::results::{Adjusted, ExerciseEntry, Graded, HandedIn, Points, Syllabus};
use crate::similarity;
use crate::store::{self, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;

pub struct Adjustments {
    due: Option<Minute>,
    penalty: Option<Penalty>,
    overrides: Overrides,
    /// What learners start from, by slug.
    skeletons: BTreeMap<String, String>,
    /// The file that the overrides were read from, to be kept.
    text: Option<String>,
}

impl Adjustments {
    /// What was asked for, or else the overrides that are kept with the grades.
    pub fn read(
        asked: &Grade,
        store: &Store,
        submissions: &[Submission],
        exercises: &[&Exercise],
        course: &Course,
    ) -> Result<Adjustments, Failure> {
        let kept = overrides::kept(store.folder());
        let path = asked.overrides.as_ref().unwrap_or(&kept);
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound && asked.overrides.is_none() => None,
            text => Some(text.map_err(|error| Failure::file("read", path, &error))?),
        };
        let students: BTreeSet<String> =
            submissions.iter().map(|submission| submission.student.id.clone()).collect();
        let overrides = text.as_ref().map(|text| Overrides::read(path, text, &students, exercises));
        let skeleton = |exercise: &&Exercise| {
            let path = course.root().join(exercise.solution()).join("start.rs");
            // One that cannot be read is nobody's answer.
            Some((exercise.slug.clone(), fs::read_to_string(path).ok()?))
        };
        Ok(Adjustments {
            skeletons: exercises.iter().filter_map(skeleton).collect(),
            due: asked.due,
            penalty: asked.late_penalty,
            overrides: overrides.transpose()?.unwrap_or_default(),
            text,
        })
    }

    /// Keeps the overrides with the grades: the next run need not name them.
    pub fn keep(&self, store: &Store) -> Result<(), Failure> {
        let path = overrides::kept(store.folder());
        self.text.as_ref().map_or(Ok(()), |text| store::write(&path, text.as_bytes()))
    }

    /// How many of these are late, and of how many nobody knows, where it was asked.
    pub fn summary(&self, submissions: &[Submission]) -> Option<String> {
        let unknown = |submission: &&Submission| {
            !submission.answers.is_empty() && self.handed_in(submission) == HandedIn::Unknown
        };
        let unknown = submissions.iter().filter(unknown).count();
        (self.due.is_some() && unknown > 0).then(|| {
            format!(
                "Nothing says when {unknown} of {} handed in. They count as on time. The roster can say it, \
                 in a column such as \"Submission Time\".",
                submissions.len()
            )
        })
    }

    fn handed_in(&self, submission: &Submission) -> HandedIn {
        due::handed_in(&submission.student.roster, submission.late, self.due)
    }

    /// Notes when it was handed in and adjusts the points. `kept` is the result that stands so far.
    pub fn apply(
        &self,
        syllabus: &Syllabus,
        submission: &Submission,
        kept: Option<&Graded>,
        graded: &mut Graded,
    ) {
        graded.handed_in = self.handed_in(submission);
        for entry in &syllabus.exercises {
            let Some(result) = graded.exercises.get_mut(&entry.slug) else { continue };
            result.on_time = on_time(entry, graded.handed_in, kept);
            let reduced = |penalty| due::reduced(entry, result, graded.handed_in, penalty);
            result.adjusted = self.penalty.and_then(reduced);
            let answer = submission.answers.get(&entry.slug);
            if let (Some(Answer::Source(answer)), Some(skeleton)) =
                (answer, self.skeletons.get(&entry.slug))
                && entry.of_promises(result) > Points::ZERO
                && similarity::same(answer, skeleton)
            {
                let why =
                    "This is the skeleton as it was handed out, so it earns nothing.".to_owned();
                result.adjusted = Some(Adjusted { points: Points::ZERO, why });
            }
        }
        self.overrides.apply(syllabus, graded);
    }
}

/// What the promises gave for the last answer that was known to be on time.
fn on_time(entry: &ExerciseEntry, now: HandedIn, kept: Option<&Graded>) -> Option<Points> {
    let kept = kept.filter(|_| now.is_late())?;
    let result = kept.exercises.get(&entry.slug)?;
    match kept.handed_in {
        HandedIn::OnTime => Some(entry.of_promises(result)),
        HandedIn::Late(_) => result.on_time,
        HandedIn::Unknown => None,
    }
}
