//! A snapshot of the files that a check compiles.
//!
//! Two snapshots of the same text are equal, whatever became of the files in between: an editor
//! that saves twice, or by way of another name, has changed nothing.

use crate::content_hash::file_contents;
use crate::course::Exercise;
use crate::file_tree::add_rust_files;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::SystemTime;
use verdict::text::fingerprint;

/// The texts of an exercise's manifest, of its `src` and of its `tests`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(BTreeMap<PathBuf, u64>);

impl Sources {
    pub fn of(exercise: &Exercise) -> Sources {
        let text = |path: PathBuf| Some((fingerprint(file_contents(&path)?), path));
        Sources(files(exercise).filter_map(text).map(|(text, path)| (path, text)).collect())
    }

    /// Whether the answer is there and has something in it. An editor that is in the middle of a
    /// save may have emptied it or moved it away.
    pub fn are_whole(&self, exercise: &Exercise) -> bool {
        let answer = self.0.get(&exercise.dir.join("src/lib.rs"));
        answer.is_some_and(|text| *text != fingerprint([]))
    }

    /// All of it in one number.
    pub fn fingerprint(&self) -> u64 {
        fingerprint(self.0.values().flat_map(|text| text.to_le_bytes()))
    }
}

/// The sizes and times of the files: cheaper than their texts, and enough to see that another look
/// is worth it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps(Vec<(PathBuf, u64, Option<SystemTime>)>);

impl Stamps {
    pub fn of(exercise: &Exercise) -> Stamps {
        let stamp = |path: PathBuf| {
            let metadata = fs::metadata(&path).ok()?;
            Some((path, metadata.len(), metadata.modified().ok()))
        };
        Stamps(files(exercise).filter_map(stamp).collect())
    }
}

/// Gives the answer the present time, for those who go by the times of files.
pub fn touch(exercise: &Exercise) {
    let answer = File::options().write(true).open(exercise.dir.join("src/lib.rs"));
    // Whoever may not write there cannot have changed it either.
    let _ = answer.and_then(|file| file.set_modified(SystemTime::now()));
}

/// Which files in `src`, from the exercise's folder, the answer is made of besides `src/lib.rs`. Only those
/// that it names: a file that merely lies there is nothing to talk about.
pub fn beside_answer(exercise: &Exercise) -> Vec<String> {
    let src = exercise.dir.join("src");
    // Where the course has no digests, nobody knows which files are its own.
    let answer = match exercise.digests.is_empty() {
        true => String::new(),
        false => {
            let text = file_contents(&src.join("lib.rs")).map(String::from_utf8);
            text.and_then(Result::ok).unwrap_or_default()
        }
    };
    let mut files = Vec::new();
    add_rust_files(&src, &mut files);
    files.sort();
    let names = files.iter().filter_map(|file| {
        let name = file.strip_prefix(&src).ok()?.to_string_lossy().replace('\\', "/");
        let module = name.split(['/', '.']).next().unwrap_or_default();
        let ways = [format!("mod {module};"), format!("mod {module} {{"), format!("\"{name}\"")];
        let is_named = ways.iter().any(|way| answer.contains(way));
        Some(format!("src/{name}")).filter(|_| is_named)
    });
    names.filter(|name| name != "src/lib.rs" && !exercise.digests.has(name)).collect()
}

fn files(exercise: &Exercise) -> impl Iterator<Item = PathBuf> {
    let mut files = vec![exercise.dir.join("Cargo.toml")];
    for folder in ["src", "tests"] {
        add_rust_files(&exercise.dir.join(folder), &mut files);
    }
    files.sort();
    files.into_iter()
}
