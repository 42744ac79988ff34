//! The runner: `cargo xtask`.
//!
//! A library, so that what only some use (`xtask-watch`) can stand on it in a program of its own.
//!
//! - [`cli`]: what was asked for
//! - [`commands`]: one file per command
//! - [`course`]: which exercises there are
//! - [`compiler`]: answers compiled: cargo builds what they stand on, rustc the rest
//! - [`attempt`]: an answer compiled and its promises put to the test
//! - [`compile_errors`]: what a refusal of the compiler usually means
//! - [`signatures`]: the functions that tests call
//! - [`hints`]: help, a step at a time
//! - [`solution_comparison`]: a learner's answer and the course's
//! - [`progress`]: what is remembered between runs
//! - [`exercise_status`]: how far somebody is, with one exercise and with all
//! - [`sources`]: the files that a check is about
//! - [`file_tree`]: the files in a folder and below
//! - [`skeleton`]: where an exercise began, put back
//! - [`new_exercise`]: a new exercise, made
//! - [`content_hash`]: a hash of files and texts
//! - [`atomic_files`]: files that are never half
//! - [`report`]: what people see
//! - [`terminal`]: pages and styles, as somebody's terminal can show them
//! - [`process`]: child processes that end with this one
//! - [`failure`]: why a command could not be carried out
//! - [`panics`]: panics of the runner itself
//! - [`scratch_dir`]: a folder to work in
//! - [`scratch_compiler`]: many answers to one exercise, for proving the course
//! - [`proof`]: what was proved of an exercise

pub mod atomic_files;
pub mod attempt;
pub mod cli;
pub mod commands;
pub mod compile_errors;
pub mod compiler;
pub mod content_hash;
pub mod course;
pub mod exercise_status;
pub mod failure;
pub mod file_tree;
pub mod hints;
pub mod new_exercise;
pub mod panics;
pub mod process;
pub mod progress;
pub mod proof;
pub mod report;
pub mod scratch_compiler;
pub mod scratch_dir;
pub mod signatures;
pub mod skeleton;
pub mod solution_comparison;
pub mod sources;
pub mod terminal;

use cli::Command;
use failure::Failure;
use std::process::ExitCode;

/// Does what was asked for.
pub fn run(command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::Help(topic) => commands::help::run(topic),
        Command::Status(format) => commands::status::run(format),
        Command::Check(check) => commands::check::run(check),
        Command::List(list) => commands::list::run(&list),
        Command::Lesson(exercise) => commands::lesson::run(exercise.as_deref()),
        Command::Hint(hint) => commands::hint::run(hint),
        Command::Reset(reset) => commands::reset::run(reset),
        Command::Run(live) => commands::run::run(live),
        Command::Watch(asked) => commands::watch::run(asked),
        Command::Timeline(timeline) => commands::timeline::run(timeline),
        Command::Solution(solution) => commands::solution::run(solution),
        Command::New(slug) => commands::new::run(&slug),
        Command::Verify(verify) => commands::verify::run(verify),
        Command::Grade(words) => commands::grade::run(words),
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
