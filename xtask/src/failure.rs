//! Why a command could not be carried out. An answer that is not right yet is no failure.

use crate::Outcome;
use std::fmt::{self, Display};
use std::io;
use std::path::Path;

/// What went wrong, in words that end with the next step where there is one.
#[derive(Debug)]
pub struct Failure {
    message: String,
    outcome: Outcome,
}

impl Failure {
    /// The call makes no sense.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), outcome: Outcome::Usage }
    }

    /// The tool or the machine failed.
    pub fn machine(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), outcome: Outcome::Machine }
    }

    /// `what` could not be done to `path`.
    pub fn file(what: &str, path: &Path, error: &io::Error) -> Failure {
        Failure::machine(format!("could not {what} {}: {error}", path.display()))
    }

    /// A program could not be started.
    pub fn start(program: &str, error: &io::Error) -> Failure {
        let hint = match (program, error.kind()) {
            ("cargo", io::ErrorKind::NotFound) => {
                ". It comes with Rust: see https://rustup.rs, then open a new terminal"
            }
            (_, io::ErrorKind::NotFound) => ". Is it installed?",
            _ => "",
        };
        Failure::machine(format!("could not start {program}: {error}{hint}"))
    }

    pub fn outcome(&self) -> Outcome {
        self.outcome
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
