//! Why a command could not be carried out. An answer that is not right yet is no failure.

use crate::Outcome;
use crate::process::held;
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
        let path = path.display();
        let hint =
            if held::is_held(error) { format!(". {}", held::SENTENCE) } else { String::new() };
        Failure::machine(format!("could not {what} {path}: {error}{hint}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_held_file_the_next_step_is_told() {
        let busy = io::ErrorKind::ExecutableFileBusy.into();
        let said = Failure::file("run", Path::new("live"), &busy).to_string();
        assert!(said.starts_with("could not run live: "), "{said}");
        assert!(said.ends_with(held::SENTENCE), "{said}");
    }
}
