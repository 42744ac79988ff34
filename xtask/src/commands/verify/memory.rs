//! What has been proved, remembered for as long as nothing that had a say has changed.

use super::Proof;
use crate::compiler::Keys;
use crate::course::{Course, Exercise};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use verdict::text::fingerprint;

/// Everything that has a say for all exercises: this program, what the compiler stands on, and what the
/// course says of itself.
pub(super) struct Memory {
    keys: Keys,
    base: u64,
}

impl Memory {
    pub(super) fn of(course: &Course) -> Memory {
        let program = env::current_exe().and_then(fs::read).unwrap_or_default();
        let readme = fs::read(course.root().join("README.md")).unwrap_or_default();
        let form = fs::read(course.root().join("rustfmt.toml")).unwrap_or_default();
        let all = program.into_iter().chain(readme).chain(form);
        Memory { keys: Keys::of(course), base: fingerprint(all) }
    }

    /// All that a proof of this exercise is about, in one word.
    pub(super) fn key(&self, course: &Course, exercise: &Exercise) -> String {
        let mut files = Vec::new();
        collect(&exercise.dir, &mut files);
        collect(&course.root().join(exercise.solution()), &mut files);
        files.sort();
        let mut bytes = self.keys.of_exercise(exercise).into_bytes();
        bytes.extend_from_slice(&self.base.to_le_bytes());
        let answer = course.root().join(exercise.answer());
        // A learner's own answer has no say.
        for file in files.into_iter().filter(|file| *file != answer) {
            let text = fs::read(&file).unwrap_or_default();
            bytes.extend_from_slice(file.as_os_str().as_encoded_bytes());
            bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
            bytes.extend_from_slice(&text);
        }
        format!("{:016x}", fingerprint(bytes))
    }

    /// What was proved under this key, without a fault.
    pub(super) fn recall(course: &Course, exercise: &Exercise, key: &str) -> Option<Proof> {
        let text = fs::read_to_string(place(course, exercise)).ok()?;
        let mut lines = text.strip_suffix("end\n")?.lines();
        if lines.next()? != key {
            return None;
        }
        let mut number = || lines.next()?.parse().ok();
        let (wrong, right) = (number()?, number()?);
        let promises = lines.map(str::to_owned).collect();
        Some(Proof { heading: exercise.heading(), promises, wrong, right, ..Proof::default() })
    }

    /// Remembers a proof that has no fault.
    pub(super) fn keep(course: &Course, exercise: &Exercise, key: &str, proof: &Proof) {
        let place = place(course, exercise);
        let mut text = format!("{key}\n{}\n{}\n", proof.wrong, proof.right);
        proof.promises.iter().for_each(|name| text += &format!("{name}\n"));
        // What is not remembered is proved once more.
        let _ = place.parent().map(fs::create_dir_all);
        let _ = fs::write(place, text + "end\n");
    }
}

fn place(course: &Course, exercise: &Exercise) -> PathBuf {
    course.target().join("exercise").join("proved").join(&exercise.slug)
}

/// All files in a folder and below.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&entry.path(), files),
            _ => files.push(entry.path()),
        }
    }
}
