//! `cargo xtask grade`

use std::process::ExitCode;
use xtask_grade::sandbox;

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    if args.next().is_some_and(|word| word == sandbox::WORD) {
        return sandbox::stage(args);
    }
    eprintln!("xtask-grade is started by `cargo xtask grade`");
    xtask::Outcome::Usage.into()
}
