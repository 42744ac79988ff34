//! The pages that watch shows: the verdict, a hint, the solution, the list of exercises.

use crate::Verdict;
use crate::state::{Facts, State, View, next};
use crate::status_lines::{self, Status};
use xtask::attempt::Attempt;
use xtask::commands::timeline;
use xtask::course::{Course, Exercise};
use xtask::hints;
use xtask::progress::Progress;
use xtask::report::{self, Controls, Page, Shown, TerminalStyle};
use xtask::skeleton;
use xtask::solution_comparison::compare;

/// Everything that a page can be about.
pub struct Known<'a> {
    pub course: &'a Course,
    pub progress: &'a Progress,
}

impl Known<'_> {
    pub fn exercise(&self, index: usize) -> &Exercise {
        &self.course.exercises()[index]
    }

    /// The view, laid out; above the footer. `live` is what the live run has printed.
    pub fn body(&self, state: &State<Verdict>, live: &[String], terminal: TerminalStyle) -> Page {
        let mut page = Page::new(terminal);
        let exercise = self.exercise(state.exercise());
        match state.view() {
            View::Verdict => {
                self.verdict(&mut page, exercise, state.verdict(), (Controls::Keys, state.full()));
            }
            View::Hint(number) => match hints::choose(exercise, Some(number), self.progress) {
                Ok(hint) => report::hint(&mut page, exercise, &hint, Controls::Keys),
                Err(failure) => status_lines::no_verdict(&mut page, exercise, Some(&failure)),
            },
            View::List { marked, .. } => {
                status_lines::jump_list(&mut page, self.course, self.progress, marked);
            }
            View::AskReset => status_lines::ask_reset(&mut page, exercise),
            View::Timeline => match state.verdict() {
                Some(Ok(Attempt::Ran { promises, .. })) => {
                    report::timeline(&mut page, exercise, &timeline::of_learner(promises));
                    report::timeline_with_solution(&mut page, exercise);
                }
                verdict => {
                    self.verdict(&mut page, exercise, verdict, (Controls::Keys, state.full()));
                }
            },
            View::Lesson { .. } => report::lesson(&mut page, exercise),
            View::Live => status_lines::live_run(&mut page, exercise, live),
            View::Words => {
                let words = match state.verdict() {
                    Some(Ok(attempt)) => {
                        let shown = self.shown(exercise, attempt, (Controls::Keys, false));
                        report::one(&mut Page::new(terminal), self.course, self.progress, &shown)
                    }
                    _ => Vec::new(),
                };
                report::words(&mut page, self.course, &words);
            }
            View::Keys => status_lines::all_keys(&mut page),
            View::Solution { shown: false } => {
                report::not_before_a_pass(&mut page, exercise, Controls::Keys);
            }
            View::Solution { shown: true } => match compare(self.course, exercise) {
                Ok(comparison) => report::solution(&mut page, exercise, &comparison),
                Err(failure) => status_lines::no_verdict(&mut page, exercise, Some(&failure)),
            },
        }
        page
    }

    fn shown<'s>(
        &self,
        exercise: &'s Exercise,
        attempt: &'s Attempt,
        (controls, full): (Controls, bool),
    ) -> Shown<'s> {
        let offer = hints::offer(exercise, self.progress, attempt);
        Shown { exercise, attempt, controls, offer, full }
    }

    /// The verdict as far as there is one.
    pub fn verdict(
        &self,
        page: &mut Page,
        exercise: &Exercise,
        verdict: Option<&Verdict>,
        how: (Controls, bool),
    ) {
        match verdict {
            Some(Ok(attempt)) => {
                let shown = self.shown(exercise, attempt, how);
                report::one(page, self.course, self.progress, &shown);
            }
            Some(Err(failure)) => status_lines::no_verdict(page, exercise, Some(failure)),
            None => status_lines::no_verdict(page, exercise, None),
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

    /// The keys that are most likely to be wanted now; [`View::Keys`] has all of them.
    pub fn legend(&self, state: &State<Verdict>) -> Vec<(&'static str, &'static str, bool)> {
        let solved = solved(state);
        let mut legend = match state.view() {
            View::List { .. } => {
                let keys = [("↑↓", "mark", false), ("Enter", "go there", true)];
                return [&keys[..], &[("Esc", "back", false), ("q", "quit", false)]].concat();
            }
            View::AskReset => return vec![("y", "begin again", true), ("other", "no", false)],
            View::Solution { shown: false } => {
                vec![("y", "show it anyway", false), ("Esc", "back", true)]
            }
            View::Verdict => {
                let refused = matches!(state.verdict(), Some(Ok(Attempt::Broken { .. })));
                let all = refused.then_some(("f", "all errors", state.full()));
                [("c", "check", false)].into_iter().chain(all).collect()
            }
            View::Lesson { first: true } => vec![("Enter", "go on", true)],
            View::Live => vec![("Esc", "back", false), ("r", "run again", false)],
            _ => vec![("Esc", "back", false)],
        };
        let help = if solved { ("s", "solution", true) } else { ("h", "hint", false) };
        legend.extend([
            ("e", "edit", false),
            ("i", "lesson", false),
            help,
            ("n", "next", solved),
            ("l", "list", false),
            ("?", "all keys", false),
            ("q", "quit", false),
        ]);
        legend
    }
}

impl Facts for Known<'_> {
    fn exercises(&self) -> usize {
        self.course.exercises().len()
    }

    fn solved(&self, exercise: usize) -> bool {
        self.progress.solved(self.exercise(exercise))
    }

    fn untouched(&self, exercise: usize) -> bool {
        // Of one whose skeleton is gone, nobody knows.
        let changed = skeleton::would_replace(self.course, self.exercise(exercise));
        changed.is_ok_and(|changed| !changed)
    }

    fn hints(&self, exercise: usize) -> usize {
        hints::read(self.exercise(exercise)).map_or(0, |hints| hints.len())
    }

    fn hint(&self, exercise: usize) -> usize {
        self.progress.hint(self.exercise(exercise), self.hints(exercise))
    }

    fn numbered(&self, number: usize) -> Option<usize> {
        let is_it = |exercise: &Exercise| exercise.number.parse() == Ok(number);
        self.course.exercises().iter().position(is_it)
    }
}

fn solved(state: &State<Verdict>) -> bool {
    matches!(state.verdict(), Some(Ok(attempt)) if attempt.solved())
}
