//! What a scenario is: one input, the call that is made with it, and what must be seen then.

use crate::model::{Expected, Observation};
use std::pin::Pin;
use std::time::Duration;

/// One input, what is done with it, and what must be seen then.
///
/// Either [`expected`](Scenario::expected) says to the letter what must be seen; or, where the text leaves
/// a choice, [`check`](Scenario::check) says what all allowed runs have in common, and
/// [`owns`](Scenario::owns) tells which spans and lines belong to this scenario and to no other of its case.
pub trait Scenario: Send + 'static {
    /// The call in a line, as code or in a few words: `call_partners(2 jobs of 10 ms and 2 s, limit 1)`.
    fn input(&self) -> String;

    /// The call of the answer.
    fn call(&self) -> Call;

    /// What must be seen, where the text leaves no choice.
    fn expected(&self) -> Option<Expected> {
        None
    }

    /// Says how what was seen differs from what is promised.
    fn check(&self, seen: &Observation) -> Result<(), String> {
        self.expected().map_or(Ok(()), |expected| expected.compare(seen))
    }

    /// Whether a span of this name belongs to this scenario. (Of lines, those that
    /// [`says`](Scenario::says) tells.)
    fn owns(&self, _span: &str) -> bool {
        true
    }

    /// Whether a line belongs to this scenario.
    fn says(&self, _line: &str) -> bool {
        true
    }

    /// How long spans of the given world take in this scenario, by name, where that differs from what the
    /// given code says. All scenarios of a case share one world, so these must be the same for all.
    fn times(&self) -> Vec<(String, Duration)> {
        Vec::new()
    }

    /// Whether a panic is part of the story.
    fn panics(&self) -> bool {
        false
    }

    /// A mistake that the exercise knows and that what was seen proves: its key for machines, and what the
    /// learner reads.
    fn usually_means(&self, _seen: &Observation) -> Option<(&'static str, String)> {
        None
    }
}

/// A call of the answer that is still to be made.
pub struct Call {
    pub(crate) start: Start,
    pub(crate) dropped_at: Option<Duration>,
}

/// A call that is made and goes on.
pub(crate) type CallFuture = Pin<Box<dyn Future<Output = String>>>;

/// How a call is made.
pub(crate) enum Start {
    Future(Box<dyn FnOnce() -> CallFuture + Send>),
    Plain(Box<dyn FnOnce() -> String + Send>),
}

impl Call {
    /// A call of an async function, on the runtime that the judge keeps. What it returns is told as text,
    /// by `{:?}` for example.
    pub fn new<Fut>(start: impl FnOnce() -> Fut + Send + 'static) -> Call
    where
        Fut: Future<Output = String> + 'static,
    {
        Call { start: Start::Future(Box::new(|| Box::pin(start()))), dropped_at: None }
    }

    /// A call of a plain function that starts its runtime itself.
    pub fn plain(start: impl FnOnce() -> String + Send + 'static) -> Call {
        Call { start: Start::Plain(Box::new(start)), dropped_at: None }
    }

    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.start, Start::Plain(_))
    }

    /// The caller drops it after `at`, when all that happens at that moment has happened.
    pub fn dropped_at(self, at: Duration) -> Call {
        Call { dropped_at: Some(at), ..self }
    }
}

/// One scenario, and others that are run beside it.
pub struct Case {
    pub(crate) scenario: Box<dyn Scenario>,
    pub(crate) beside: Vec<(Duration, Box<dyn Scenario>)>,
    pub(crate) once: bool,
}

impl Case {
    /// A case that is run alone, and once more on the same thread.
    pub fn new(scenario: impl Scenario) -> Case {
        Case { scenario: Box::new(scenario), beside: Vec::new(), once: false }
    }

    /// Runs `scenario` as well, from `offset` on, in one more run.
    pub fn beside(mut self, offset: Duration, scenario: impl Scenario) -> Case {
        self.beside.push((offset, Box::new(scenario)));
        self
    }

    /// Runs it just once on each thread: for what is large, or may remember an earlier call.
    pub fn once(mut self) -> Case {
        self.once = true;
        self
    }

    /// The function that it calls, by the word that its input begins with.
    pub(crate) fn function(&self) -> String {
        let input = self.scenario.input();
        let is_in_a_name = |c: char| c.is_alphanumeric() || c == '_';
        input.chars().take_while(|c| is_in_a_name(*c)).collect()
    }
}
