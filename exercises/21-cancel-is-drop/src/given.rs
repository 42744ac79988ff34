//! The ship and its satellite link. Given: there is nothing to edit here.

use lab::{Held, SECOND, hold, say, span};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

/// How long it takes to dial.
pub const DIAL: Duration = SECOND;

/// All slots that the ship has on the satellite.
pub struct Slots {
    free: Semaphore,
    /// Those that are taken, each with its bar in the picture.
    taken: Mutex<BTreeMap<usize, Held>>,
}

/// The number of a slot, and no more than that: when a number is dropped, nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(usize);

impl Slots {
    /// So many slots, all of them free.
    pub fn new(count: usize) -> Slots {
        Slots { free: Semaphore::new(count), taken: Mutex::default() }
    }

    /// Waits until a slot is free, and takes it. Whoever has waited longest is next. Dropped while it
    /// still waits, it takes none.
    pub async fn take(&self) -> Slot {
        self.free.acquire().await.expect("the satellite is never closed").forget();
        let mut taken = self.taken();
        let slot = (1..).find(|number| !taken.contains_key(number)).map(Slot);
        let slot = slot.expect("there are more numbers than slots");
        say!("{slot}: taken");
        taken.insert(slot.0, hold(slot.to_string()));
        slot
    }

    /// Makes a slot free again, whoever has it now.
    pub fn free(&self, slot: Slot) {
        if self.taken().remove(&slot.0).is_some() {
            say!("{slot}: free");
            self.free.add_permits(1);
        } else {
            say!("{slot}: freed, and it was free already");
        }
    }

    fn taken(&self) -> MutexGuard<'_, BTreeMap<usize, Held>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "slot {}", self.0)
    }
}

/// The soundings of a day.
#[derive(Clone, Debug)]
pub struct File {
    name: String,
    sending: Duration,
    checking: Duration,
    trouble: Option<(Step, Trouble)>,
}

/// What is done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Dial,
    Send,
    Check,
}

/// What can go wrong at the end of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Fails,
    Panics,
}

/// Why a step failed. Only a step brings one about.
#[derive(Debug)]
pub struct Failure {
    file: String,
    step: Step,
}

impl File {
    /// A file that takes so long to send, and then so long to check.
    pub fn new(name: impl Into<String>, sending: Duration, checking: Duration) -> File {
        File { name: name.into(), sending, checking, trouble: None }
    }

    /// The same file, with trouble ahead.
    pub fn with_trouble(self, step: Step, trouble: Trouble) -> File {
        File { trouble: Some((step, trouble)), ..self }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Dials the shore in a slot.
    pub async fn dial(&self, slot: Slot) -> Result<(), Failure> {
        say!("{}: dialling in {slot}", self.name);
        self.step("dial", Step::Dial, DIAL).await
    }

    /// Sends the file in a slot in which the shore was dialled.
    pub async fn send(&self, slot: Slot) -> Result<(), Failure> {
        say!("{}: sending in {slot}", self.name);
        self.step("send", Step::Send, self.sending).await
    }

    /// Waits until the people on shore have looked at the file, and say that it is good. That needs no slot.
    pub async fn check(&self) -> Result<(), Failure> {
        say!("{}: sent", self.name);
        self.step("check", Step::Check, self.checking).await
    }

    async fn step(&self, name: &str, step: Step, takes: Duration) -> Result<(), Failure> {
        span(format!("{name} {}", self.name), async {
            sleep(takes).await;
            match self.trouble {
                Some((at, Trouble::Fails)) if at == step => {
                    Err(Failure { file: self.name.clone(), step })
                }
                Some((at, Trouble::Panics)) if at == step => {
                    panic!("{}: what kind of echo is this?", self.name)
                }
                _ => Ok(()),
            }
        })
        .await
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.step {
            Step::Dial => "nobody answers",
            Step::Send => "the link broke",
            Step::Check => "the shore cannot read it",
        };
        write!(f, "{}: {what}", self.file)
    }
}

impl Error for Failure {}
