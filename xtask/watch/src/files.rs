//! Watches the files of one exercise, and reports when their contents have changed.
//!
//! The system tells of changes at once, where it does. It does not everywhere: a network mount, or
//! a folder of the host inside a container, may change without a word. So there is a look now and
//! then in any case, at the times of a handful of files, which costs next to nothing.

use crate::Message;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};
use xtask::course::Exercise;
use xtask::sources::{Sources, Stamps};

/// How long the first word of a change is left to settle. Most editors write in several steps,
/// microseconds apart; a step that comes later stops the check that came too early.
const DEBOUNCE: Duration = Duration::from_millis(8);

/// How long to wait for an answer that is gone or empty to come back, before that is taken for what
/// its author wants: an editor may move it away, or empty it, in the middle of a save.
const TRUNCATION_DELAY: Duration = Duration::from_millis(250);

/// The time between two looks when the system tells of nothing.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

pub struct Files {
    watcher: Option<RecommendedWatcher>,
    exercise: Exercise,
    /// As they were at the last look; `None` if something may have changed since.
    stamps: Option<Stamps>,
    /// When to look next, at the latest.
    due: Instant,
    /// Since when the answer has been gone or empty.
    missing: Option<Instant>,
}

impl Files {
    /// Follows the files of `exercise`; the system's word of a change is sent on as
    /// [`Message::Touched`].
    pub fn follow(exercise: &Exercise, messages: Sender<Message>) -> Files {
        let tell = move |event: notify::Result<notify::Event>| {
            // Reading is no change, and a check reads a lot.
            if !matches!(event, Ok(notify::Event { kind: EventKind::Access(_), .. })) {
                let _ = messages.send(Message::Touched);
            }
        };
        // Where the system has no more watches to give, the looks now and then have to do.
        let watcher = notify::recommended_watcher(tell).ok();
        let mut files = Files {
            watcher,
            exercise: exercise.clone(),
            stamps: None,
            due: Instant::now(),
            missing: None,
        };
        files.watch();
        files
    }

    /// Follows another exercise from here on.
    pub fn switch_to(&mut self, exercise: &Exercise) {
        if let Some(watcher) = &mut self.watcher {
            let _ = watcher.unwatch(&self.exercise.dir);
        }
        self.exercise = exercise.clone();
        self.stamps = None;
        (self.due, self.missing) = (Instant::now(), None);
        self.watch();
    }

    fn watch(&mut self) {
        if let Some(watcher) = &mut self.watcher {
            let _ = watcher.watch(&self.exercise.dir, RecursiveMode::Recursive);
        }
    }

    /// Something may have changed: they are looked at in a moment.
    pub fn touched(&mut self) {
        self.stamps = None;
        self.due = self.due.min(Instant::now() + DEBOUNCE);
    }

    /// Whether the exercise's folder isn't there.
    pub fn are_gone(&self) -> bool {
        !self.exercise.dir.is_dir()
    }

    /// When [`Files::changed`] wants to be called again, at the latest.
    pub fn due(&self) -> Instant {
        self.due
    }

    /// What they say, if the time has come and they may say something new.
    pub fn changed(&mut self) -> Option<u64> {
        let now = Instant::now();
        if now < self.due {
            return None;
        }
        self.due = now + POLL_INTERVAL;
        let stamps = Some(Stamps::of(&self.exercise));
        if stamps == self.stamps && self.missing.is_none() {
            return None;
        }
        let sources = Sources::of(&self.exercise);
        if sources.are_whole(&self.exercise) {
            self.missing = None;
        } else if now < *self.missing.get_or_insert(now) + TRUNCATION_DELAY {
            self.due = now + DEBOUNCE;
            return None;
        }
        self.stamps = stamps;
        Some(sources.fingerprint())
    }
}
