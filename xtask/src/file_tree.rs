//! Lists the files in a folder and below.

use std::fs;
use std::path::{Path, PathBuf};

/// Adds the Rust files in `folder` and below, without those that editors keep beside them for themselves.
pub fn add_rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut all = Vec::new();
    add_files(folder, &mut all);
    files.extend(all.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs")));
}

/// Adds all files in `folder` and below, without those that are hidden.
pub fn add_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(['.', '#']) {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            add_files(&entry.path(), files);
        } else {
            files.push(entry.path());
        }
    }
}
