//! The radio of this story, and how it fails. Given: there is nothing to edit here.

use lab::{fetch, say};
use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// Why an attempt failed, and whether another one makes sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It may pass: another attempt may succeed.
    Temporary(String),
    /// It will not pass: another attempt would fail in the same way.
    Permanent(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Temporary(reason) | Failure::Permanent(reason) => f.write_str(reason),
        }
    }
}

impl Error for Failure {}

/// The valley's word that the readings have arrived.
#[derive(Debug, PartialEq, Eq)]
pub struct Receipt(pub u32);

/// What becomes of one attempt, and how long it takes until that is known.
pub type Fate = (Duration, Result<u32, Failure>);

/// How many attempts the battery is good for.
const BATTERY: usize = 10;

/// The radio at the weather hut.
pub struct Radio {
    fates: Vec<Fate>,
    made: Cell<usize>,
}

impl Radio {
    /// A radio whose first attempt meets the first of these fates, and so on; further ones meet the
    /// last, for as long as the battery lasts.
    pub fn new(fates: Vec<Fate>) -> Radio {
        assert!(!fates.is_empty(), "a radio needs to know what becomes of its first attempt");
        Radio { fates, made: Cell::new(0) }
    }

    /// One attempt to send the readings. It notes at once that it was asked for, and does the
    /// sending when the future is polled.
    pub fn send(&self) -> impl Future<Output = Result<Receipt, Failure>> {
        let before = self.made.replace(self.made.get() + 1);
        let (takes, mut outcome) = self.fates[before.min(self.fates.len() - 1)].clone();
        if before >= BATTERY {
            outcome = Err(Failure::Permanent("the battery is empty".to_owned()));
        }
        let attempt = format!("attempt {}", self.made.get());
        say!("{attempt}: asked for");
        async move {
            fetch(&*attempt, takes).await;
            match &outcome {
                Ok(_) => say!("{attempt}: received"),
                Err(failure) => say!("{attempt}: {failure}"),
            }
            outcome.map(Receipt)
        }
    }
}
