//! `cargo xtask`

use std::ffi::OsString;
use std::process::ExitCode;
use xtask::cli::{self, Format};
use xtask::{panics, process, report};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let format = Format::of(&args);
    let outcome = panics::caught(&args, || {
        process::end_children_with_us(|| {});
        cli::parse(args.clone()).and_then(xtask::run)
    });
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            report::failure(&failure, format);
            failure.outcome().into()
        }
    }
}
