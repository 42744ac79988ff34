//! Where tests of the whole find the grader and the course, and whether it can grade here.

use std::env;
use std::path::{Path, PathBuf};
use xtask_grade::sandbox::Sandbox;

pub const GRADER: &str = env!("CARGO_BIN_EXE_xtask-grade");

/// Whether this machine can grade; where it cannot, a line says so. CI must.
pub fn is_here() -> bool {
    match Sandbox::launched_by(Path::new(GRADER), false) {
        Ok(_) => true,
        Err(failure) if env::var_os("CI").is_some() => panic!("{failure}"),
        Err(failure) => {
            eprintln!("skipped: {failure}");
            false
        }
    }
}

/// The course's own folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}
