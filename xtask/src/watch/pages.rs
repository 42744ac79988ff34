//! What is on the screen.

use super::Verdict;
use super::state::{State, View, next};
use crate::attempt::Attempt;
use crate::commands::{hint, timeline};
use crate::course::{Course, Exercise};
use crate::progress::Progress;
use crate::report::{self, Look, Page, Status, WayOn};

/// Everything that a page can be about.
pub struct Known<'a> {
    pub course: &'a Course,
    pub progress: &'a Progress,
}

impl super::state::Facts for Known<'_> {
    fn exercises(&self) -> usize {
        self.course.exercises().len()
    }

    fn solved(&self, exercise: usize) -> bool {
        self.progress.solved(self.exercise(exercise))
    }

    fn hints(&self, exercise: usize) -> usize {
        hint::read(self.exercise(exercise)).map_or(0, |hints| hints.len())
    }

    fn next_hint(&self, exercise: usize) -> usize {
        let seen = self.progress.of(self.exercise(exercise)).map_or(0, |entry| entry.hints);
        (seen + 1).min(self.hints(exercise))
    }

    fn numbered(&self, number: usize) -> Option<usize> {
        let is_it = |exercise: &Exercise| exercise.number.parse() == Ok(number);
        self.course.exercises().iter().position(is_it)
    }
}

impl Known<'_> {
    pub fn exercise(&self, index: usize) -> &Exercise {
        &self.course.exercises()[index]
    }

    /// The view, laid out; above the footer.
    pub fn body(&self, state: &State<Verdict>, look: Look) -> Page {
        let mut page = Page::new(look);
        let exercise = self.exercise(state.exercise());
        match state.view() {
            View::Verdict => self.verdict(&mut page, exercise, state.verdict(), WayOn::Keys),
            View::Hint(number) => match hint::read(exercise) {
                Ok(hints) => match hints.get(number - 1) {
                    Some((title, text)) => {
                        report::hint(&mut page, exercise, title, text, number, hints.len());
                    }
                    None => report::no_verdict(&mut page, exercise, None),
                },
                Err(failure) => report::no_verdict(&mut page, exercise, Some(&failure)),
            },
            View::List { marked, .. } => {
                report::jump_list(&mut page, self.course, self.progress, marked);
            }
            View::AskReset => report::ask_reset(&mut page, exercise),
            View::Timeline => match state.verdict() {
                Some(Ok(Attempt::Ran { promises, .. })) => {
                    report::timeline(&mut page, exercise, &timeline::of_learner(promises));
                    report::timeline_with_solution(&mut page, exercise);
                }
                verdict => self.verdict(&mut page, exercise, verdict, WayOn::Keys),
            },
            View::Solution { .. } => {}
        }
        page
    }

    /// The verdict as far as there is one.
    pub fn verdict(
        &self,
        page: &mut Page,
        exercise: &Exercise,
        verdict: Option<&Verdict>,
        way_on: WayOn,
    ) {
        match verdict {
            Some(Ok(attempt)) => {
                report::one(page, self.course, exercise, attempt, self.progress, way_on);
            }
            Some(Err(failure)) => report::no_verdict(page, exercise, Some(failure)),
            None => report::no_verdict(page, exercise, None),
        }
    }

    /// What is going on; `note` and `waiting` are the session's own.
    pub fn status<'s>(
        &'s self,
        state: &State<Verdict>,
        note: Option<&'s str>,
        waiting: Option<&'s str>,
    ) -> Status<'s> {
        let exercise = self.exercise(state.exercise());
        if let Some(note) = note {
            Status::Note(note)
        } else if state.is_checking() {
            Status::Checking(waiting)
        } else if solved(state) {
            let next = self.exercise(next(state.exercise(), self));
            Status::Solved((!self.progress.solved(next)).then_some(next))
        } else {
            Status::Watching(exercise)
        }
    }

    /// The keys that mean something now.
    pub fn legend(&self, state: &State<Verdict>) -> Vec<(&'static str, &'static str, bool)> {
        let solved = solved(state);
        let mut legend = match state.view() {
            View::List { .. } => {
                vec![("↑↓", "mark", false), ("Enter", "go there", true), ("Esc", "back", false)]
            }
            View::AskReset => return vec![("y", "begin again", true), ("other", "no", false)],
            View::Solution { shown: false } => {
                vec![("y", "show it anyway", false), ("Esc", "back", true)]
            }
            View::Verdict => vec![("r", "run", false)],
            _ => vec![("Esc", "back", false)],
        };
        let always = [
            ("h", "hint", false),
            ("n", "next", solved),
            ("l", "list", false),
            ("s", "solution", solved),
            ("t", "timeline", false),
            ("x", "reset", false),
            ("q", "quit", false),
        ];
        legend.extend(always);
        legend
    }
}

fn solved(state: &State<Verdict>) -> bool {
    matches!(state.verdict(), Some(Ok(attempt)) if attempt.solved())
}
