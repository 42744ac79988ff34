//! What can be promised of a run, each as a method that reads as a sentence in a test.
//!
//! The first promise that does not hold is the one a learner reads about; what comes of later ones
//! does not count, because they would mostly be consequences.
//!
//! A [`Run`] is generic, and so is compiled with every test program: its methods only hand over to
//! what was compiled with the judge.

mod checks;

use crate::diagnosis::{self, Misconception};
use crate::kept::{Kept, broken};
use crate::observed::{Observed, Seen};
use crate::stuck_messages;
use checks::{Breach, Moment};
use std::fmt::{Debug, Display};
use std::time::Duration;
use verdict::{Finding, Report};

/// A run, and the promises made of it. Every method but [`kept`](Run::kept) adds one.
#[must_use = "a promise counts only when kept() is called and its result returned"]
pub struct Run<T> {
    seen: Seen<T>,
    found: Found,
}

/// What the promises of a run have come to so far.
struct Found {
    broken: Option<Broken>,
    /// Mistakes that the exercise knows and that apply.
    guesses: Vec<Misconception>,
}

/// The first promise that did not hold.
struct Broken {
    happened: String,
    meaning: Option<Misconception>,
    /// Whether this is about the end of the run, whose lesson is complete as it stands.
    complete: bool,
}

/// Lines that are promised to be said at one moment.
#[derive(Clone, Copy, Debug)]
pub enum Lines<'a> {
    /// Exactly these, in this order.
    InOrder(&'a [&'a str]),
    /// Exactly these, in any order: for what happens at one and the same instant.
    InAnyOrder(&'a [&'a str]),
}

impl<T> Run<T> {
    pub(crate) fn new(seen: Seen<T>) -> Run<T> {
        let found = Found::at_the_end(&seen);
        Run { seen, found }
    }

    /// It takes exactly `expected` of virtual time.
    pub fn takes(self, expected: Duration) -> Self {
        let held = checks::takes(&self.seen, expected);
        self.and(held)
    }

    /// The most spans with names that begin with `prefix` that are ever under way at one moment
    /// are `expected`.
    pub fn at_once(self, prefix: &str, expected: usize) -> Self {
        let held = checks::at_once(&self.seen, prefix, expected);
        self.and(held)
    }

    /// The spans of exactly these names are under way together at some moment.
    pub fn together(self, names: &[&str]) -> Self {
        let held = checks::together(&self.seen, names);
        self.and(held)
    }

    /// The span `name` begins at exactly this time.
    pub fn starts(self, name: &str, at: Duration) -> Self {
        let held = checks::moment(&self.seen, name, Moment::Begins, at);
        self.and(held)
    }

    /// The span `name` comes to its own end at exactly this time.
    pub fn completes(self, name: &str, at: Duration) -> Self {
        let held = checks::moment(&self.seen, name, Moment::Completes, at);
        self.and(held)
    }

    /// The span `name` is dropped before its end, at exactly this time.
    pub fn cancels(self, name: &str, at: Duration) -> Self {
        let held = checks::moment(&self.seen, name, Moment::IsCancelled, at);
        self.and(held)
    }

    /// No span of this name ever begins.
    pub fn never_starts(self, name: &str) -> Self {
        let held = checks::never_starts(&self.seen, name);
        self.and(held)
    }

    /// What is said at exactly `at` is these lines.
    pub fn says_at(self, at: Duration, lines: Lines<'_>) -> Self {
        let held = checks::says_at(&self.seen, at, lines);
        self.and(held)
    }

    /// When it returns, no task that it spawned is alive, and nothing that it began is under way.
    pub fn leaves_nothing_running(self) -> Self {
        let held = checks::leaves_nothing_running(&self.seen);
        self.and(held)
    }

    /// A promise of its own: `check` says what happened instead when it does not hold. It is not
    /// called where an earlier promise is broken.
    pub fn promises(self, check: impl FnOnce(&Seen<T>) -> Result<(), String>) -> Self {
        if self.found.broken.is_some() {
            return self;
        }
        let held = check(&self.seen).map_err(|happened| (happened, None));
        self.and(held)
    }

    /// Says that a panic inside a task is part of the story: it is not taken for the reason when a
    /// promise breaks. To be said before the promises.
    pub fn expects_a_panic(mut self) -> Self {
        self.seen.observed.panic_expected = true;
        self
    }

    /// A mistake that this exercise knows: where `applies` to a run that broke a promise, it is what
    /// the learner reads. The first that applies counts, before any that the judge knows of itself.
    ///
    /// `key` is the mistake's name for machines; `meaning` speaks to the learner.
    pub fn usually_means(
        mut self,
        key: &'static str,
        meaning: &str,
        applies: impl FnOnce(&Seen<T>) -> bool,
    ) -> Self {
        if self.seen.value.is_some() && applies(&self.seen) {
            self.found.guess(key, meaning);
        }
        self
    }

    /// A mistake that this exercise knows behind a run that hangs: where `applies`, it is what the
    /// learner reads, in place of what a hang means in general.
    ///
    /// `key` and `meaning` are as in [`usually_means`](Run::usually_means); what happened, and that
    /// it was a hang, has been said before it.
    pub fn a_hang_means(
        mut self,
        key: &'static str,
        meaning: &str,
        applies: impl FnOnce(&Seen<T>) -> bool,
    ) -> Self {
        if self.found.ended_by("hung") && applies(&self.seen) {
            self.found.know_the_end(key, meaning);
        }
        self
    }

    /// The same for a run that was broken off because it blocked the thread.
    pub fn a_block_means(
        mut self,
        key: &'static str,
        meaning: &str,
        applies: impl FnOnce(&Seen<T>) -> bool,
    ) -> Self {
        if self.found.ended_by("blocked") && applies(&self.seen) {
            self.found.know_the_end(key, meaning);
        }
        self
    }

    fn and(mut self, held: Result<(), Breach>) -> Self {
        self.found.add(held);
        self
    }

    /// The verdict: the proof, when every promise held.
    ///
    /// # Panics
    ///
    /// When one did not: that fails the test, with a message for the learner.
    pub fn kept(self) -> Kept {
        self.found.verdict(self.seen.observed)
    }
}

impl<T: PartialEq + Debug> Run<T> {
    /// It returns `expected`.
    pub fn returns(self, expected: T) -> Self {
        let held = match &self.seen.value {
            Some(value) if *value == expected => Ok(()),
            Some(value) => Err(checks::differs(Some(value), &expected)),
            None => Err(checks::differs(None, &expected)),
        };
        self.and(held)
    }
}

impl<T: PartialEq + Debug, E: Display> Run<Result<T, E>> {
    /// It returns `Ok(expected)`.
    pub fn returns_ok(self, expected: T) -> Self {
        let held = match &self.seen.value {
            Some(Ok(value)) if *value == expected => Ok(()),
            Some(Ok(value)) => Err(checks::differs(Some(value), &expected)),
            Some(Err(error)) => Err(checks::failed(error, &expected)),
            None => Err(checks::differs(None, &expected)),
        };
        self.and(held)
    }
}

impl<T: Debug, E: Display> Run<Result<T, E>> {
    /// It returns an error whose whole chain (`{:#}`) has all of `parts` in it.
    pub fn fails_saying(self, parts: &[&str]) -> Self {
        let held = match &self.seen.value {
            Some(Err(error)) => checks::says_all(error, parts),
            Some(Ok(value)) => Err(checks::succeeded(value)),
            None => Ok(()),
        };
        self.and(held)
    }
}

impl Found {
    /// What is found before anything is promised: that the run did not return, if so.
    fn at_the_end(seen: &Observed) -> Found {
        let broken = stuck_messages::finding(seen).map(|finding| Broken {
            happened: finding.happened,
            meaning: finding
                .misconception
                .map(|key| Misconception { key: key.into(), meaning: finding.meaning }),
            complete: true,
        });
        Found { broken, guesses: Vec::new() }
    }

    fn add(&mut self, held: Result<(), Breach>) {
        if self.broken.is_none()
            && let Err((happened, meaning)) = held
        {
            self.broken = Some(Broken { happened, meaning, complete: false });
        }
    }

    fn guess(&mut self, key: &'static str, meaning: &str) {
        self.guesses.push(Misconception { key: key.into(), meaning: meaning.to_owned() });
    }

    fn ended_by(&self, key: &str) -> bool {
        let known = self.broken.as_ref().and_then(|broken| broken.meaning.as_ref());
        known.is_some_and(|known| known.key == key)
    }

    fn know_the_end(&mut self, key: &'static str, meaning: &str) {
        if let Some(broken) = &mut self.broken {
            broken.meaning = Some(Misconception { key: key.into(), meaning: meaning.to_owned() });
        }
    }

    fn verdict(self, seen: Observed) -> Kept {
        let finding = self.broken.map(|found| {
            let meaning = if found.complete {
                found.meaning
            } else {
                let guess = self.guesses.into_iter().next();
                let braces = diagnosis::braces_as_written(&found.happened);
                braces.or(guess).or(found.meaning).or_else(|| diagnosis::of(&seen))
            };
            let (misconception, meaning) = match meaning {
                Some(known) => (Some(known.key.into_owned()), known.meaning),
                None => (None, String::new()),
            };
            Finding { happened: found.happened, meaning, misconception }
        });
        let Observed { end, timeline, panics, panic_expected, .. } = seen;
        let report = Report { end, finding, timeline, panics, panic_expected, cases: 0 };
        if report.kept() { Kept::new(report) } else { broken(&report) }
    }
}
