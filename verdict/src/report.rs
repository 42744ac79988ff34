//! The data of a verdict. Times are virtual: measured from the start of the run on its own clock.

use std::time::Duration;

/// What one run of learner code came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// How the run ended.
    pub end: End,
    /// What broke the promise; `None` when it was kept.
    pub finding: Option<Finding>,
    /// What happened when.
    pub timeline: Timeline,
    /// Panics seen during the run, in order, those inside spawned tasks too.
    pub panics: Vec<Panic>,
    /// Whether a panic is part of the story, so that it is nothing to be mentioned.
    pub panic_expected: bool,
    /// How many scenarios a promise about any input was tried on; 0 of any other promise.
    pub cases: usize,
}

impl Report {
    /// Whether the promise was kept.
    pub fn kept(&self) -> bool {
        self.finding.is_none()
    }
}

/// How a run ends: always in exactly one of these ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// It returned.
    #[default]
    Done,
    /// Nothing could ever wake it again.
    Hung,
    /// It was polled over and over without letting time pass.
    Spinning,
    /// Its one thread was stuck in something that is not an await.
    Blocked,
    /// It panicked.
    Panicked,
    /// The process ended under it. Only somebody outside that process can say so.
    Exited,
}

impl End {
    /// Every end, in the order of the declaration.
    pub const ALL: [End; 6] =
        [End::Done, End::Hung, End::Spinning, End::Blocked, End::Panicked, End::Exited];

    /// The name used in reports that machines read.
    pub fn key(self) -> &'static str {
        match self {
            End::Done => "done",
            End::Hung => "hung",
            End::Spinning => "spinning",
            End::Blocked => "blocked",
            End::Panicked => "panicked",
            End::Exited => "exited",
        }
    }
}

/// Why a promise is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was promised and what happened instead, in a sentence or two.
    pub happened: String,
    /// What that means, and where to look. Empty when nothing is sure enough to be said.
    pub meaning: String,
    /// The mistake's name for machines, such as `one-after-another`; `None` when it was not recognised.
    pub misconception: Option<String>,
}

/// Everything that was recorded during a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Work that took time, in the order in which it began.
    pub spans: Vec<Span>,
    /// What was said, in order.
    pub said: Vec<Said>,
    /// When the picture ends.
    pub end: Duration,
    /// How many spans were dropped because there were too many to keep.
    pub dropped: usize,
}

/// One piece of work that took time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What the story calls it.
    pub name: String,
    /// When it was first polled.
    pub start: Duration,
    /// When it stopped, or, for one still running, when the run was looked at.
    pub end: Duration,
    /// How it stopped.
    pub fate: Fate,
    /// Whether it was dropped because it panicked. Its fate is that of what is dropped.
    pub panicked: bool,
    /// Whether the answer recorded it for itself. Promises are about the given world's only.
    pub own: bool,
}

/// What became of a [`Span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It came to its end.
    Completed,
    /// It was dropped before its end.
    Cancelled,
    /// It was neither done nor dropped when the run was looked at.
    Running,
}

/// One line that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// When.
    pub at: Duration,
    /// The line, without its end.
    pub line: String,
    /// Whether the answer said it of itself. Promises are about the given world's only.
    pub own: bool,
}

/// One panic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panic {
    /// Its message.
    pub message: String,
    /// `file:line:column`, when the standard library told it.
    pub location: Option<String>,
}
