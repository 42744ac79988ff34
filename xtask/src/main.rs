//! The runner: `cargo xtask`.
//!
//! - [`cli`]: what was asked for
//! - [`commands`]: one file per command
//! - [`mod@watch`]: a check at every save
//! - [`course`]: which exercises there are
//! - [`attempt`]: an exercise built and its promises put to the test
//! - [`hints`]: help, a step at a time
//! - [`comparison`]: a learner's answer and the course's
//! - [`progress`]: what is remembered between runs
//! - [`standing`]: how far somebody is, with one exercise and with all
//! - [`sources`]: the files that a check is about
//! - [`skeleton`]: where an exercise began, put back
//! - [`report`]: what people see
//! - [`mod@bench`]: many answers to one exercise, for proving the course

mod attempt;
mod bench;
mod cli;
mod commands;
mod comparison;
mod course;
mod failure;
mod hints;
mod process;
mod progress;
mod report;
mod skeleton;
mod sources;
mod standing;
mod watch;

use cli::{Command, Format};
use failure::Failure;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    process::end_children_with_us(report::give_back);
    let args: Vec<OsString> = std::env::args_os().collect();
    let format = Format::of(&args);
    match cli::parse(args).and_then(run) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            report::failure(&failure, format);
            failure.outcome().into()
        }
    }
}

fn run(command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::Help(topic) => commands::help::run(topic),
        Command::Status(format) => commands::status::run(format),
        Command::Check(check, format) => commands::check::run(check, format),
        Command::List(list) => commands::list::run(&list),
        Command::Hint(hint) => commands::hint::run(hint),
        Command::Reset(reset) => commands::reset::run(reset),
        Command::Run(live) => commands::run::run(live),
        Command::Watch(exercise) => commands::watch::run(exercise),
        Command::Guard => {
            process::guard::stand();
            Ok(Outcome::Good)
        }
        Command::Timeline(timeline) => commands::timeline::run(timeline),
        Command::Solution(solution) => commands::solution::run(solution),
        Command::Verify(verify) => commands::verify::run(verify),
    }
}

/// What the exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for is so: solved, proved, shown.
    Good,
    /// Not yet.
    NotYet,
    /// The call makes no sense.
    Usage,
    /// The tool or the machine failed; nothing is said about the answer.
    Machine,
}

impl Outcome {
    pub fn code(self) -> u8 {
        match self {
            Outcome::Good => 0,
            Outcome::NotYet => 1,
            Outcome::Usage => 2,
            Outcome::Machine => 3,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(outcome.code())
    }
}
