//! `cargo xtask`

use std::ffi::OsString;
use std::process::ExitCode;
use xtask::cli::{self, Format};
use xtask::{process, report};

fn main() -> ExitCode {
    process::end_children_with_us(|| {});
    let args: Vec<OsString> = std::env::args_os().collect();
    let format = Format::of(&args);
    match cli::parse(args).and_then(xtask::run) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            report::failure(&failure, format);
            failure.outcome().into()
        }
    }
}
