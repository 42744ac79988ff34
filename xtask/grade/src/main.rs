//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.

use std::ffi::OsString;
use std::process::ExitCode;
use xtask::Outcome;
use xtask::cli::Format;
use xtask::failure::Failure;
use xtask::{panics, process, report};
use xtask_grade::cli::{self, Command};
use xtask_grade::sandbox;

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1).peekable();
    if args.next_if(|word| word == sandbox::ENTER_SANDBOX).is_some() {
        return sandbox::launch(args);
    }
    process::end_children_with_us(|| {
        report::print_note(
            "Broken off. What was graded is kept: run the same command again to go on.",
        );
    });
    let args: Vec<OsString> = args.collect();
    let call = [&["xtask".into(), "grade".into()], args.as_slice()].concat();
    match panics::caught(&call, || run(args.into_iter())) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            report::failure(&failure, Format::Text);
            failure.outcome().into()
        }
    }
}

#[cfg(unix)]
fn run(args: impl Iterator<Item = OsString>) -> Result<Outcome, Failure> {
    use xtask_grade::commands;
    match cli::parse(args)? {
        Command::Grade(grade) => commands::grade::run(&grade),
        Command::Merge(merge) => commands::merge::run(&merge),
        Command::Autograder(autograder) => commands::autograder::run(&autograder),
    }
}

#[cfg(not(unix))]
fn run(args: impl Iterator<Item = OsString>) -> Result<Outcome, Failure> {
    let (Command::Grade(_) | Command::Merge(_) | Command::Autograder(_)) = cli::parse(args)?;
    Err(Failure::machine(
        "submissions are graded on Linux. On Windows that is WSL 2, or else a virtual machine or a \
         container: docs/instructors.md tells how, under \"What protects you\"",
    ))
}
