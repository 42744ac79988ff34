//! The files of the course that a grader needs somewhere else, and nothing besides: submissions, grades and
//! what cargo has built may lie in the same folder.

use std::fs;
use std::path::{Path, PathBuf};
use xtask::failure::Failure;

/// What there is of the course, from its root. `.cargo/config.toml` defines `cargo xtask`.
const PARTS: [&str; 10] = [
    ".cargo/config.toml",
    "Cargo.toml",
    "Cargo.lock",
    "exercises",
    "judge",
    "lab",
    "recorder",
    "solutions",
    "verdict",
    "xtask",
];

/// Every file of the course at `root`, from there, sorted.
pub fn of(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for part in PARTS {
        add(root, Path::new(part), &mut files)?;
    }
    files.sort();
    Ok(files)
}

/// Adds the file at `path`, or all files below it: none that is hidden, a link, or built.
pub fn add(root: &Path, path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let here = root.join(path);
    let unread = |error| Failure::file("read", &here, &error);
    let about = fs::symlink_metadata(&here).map_err(unread)?;
    if about.is_file() {
        files.push(path.to_owned());
    } else if about.is_dir() {
        for entry in fs::read_dir(&here).map_err(unread)? {
            let name = entry.map_err(unread)?.file_name();
            let hidden = name.to_string_lossy().starts_with('.');
            if !hidden && name != "target" {
                add(root, &path.join(name), files)?;
            }
        }
    }
    Ok(())
}
