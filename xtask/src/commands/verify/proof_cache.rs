//! The cache of proofs. An exercise is not proved again as long as nothing that had a say has changed.

use crate::compiler::InputsHash;
use crate::content_hash::ContentHash;
use crate::course::{Course, Exercise};
use crate::file_tree::add_files;
use crate::proof::Proof;
use std::env;
use std::fs;
use std::path::PathBuf;

/// Everything that has a say for all exercises: this program, what the compiler stands on, and what the
/// course says of itself.
pub(super) struct ProofCache {
    inputs: InputsHash,
    base: String,
}

impl ProofCache {
    pub(super) fn of(course: &Course) -> ProofCache {
        let mut base = ContentHash::default();
        base.add_files(env::current_exe().into_iter().collect());
        base.add_files(["README.md", "rustfmt.toml"].map(|name| course.root().join(name)).into());
        ProofCache { inputs: InputsHash::of(course), base: base.hex() }
    }

    /// All that a proof of this exercise is about, in one word.
    pub(super) fn key(&self, course: &Course, exercise: &Exercise) -> String {
        let mut files = Vec::new();
        add_files(&exercise.dir, &mut files);
        add_files(&course.root().join(exercise.solution()), &mut files);
        // A learner's own answer has no say.
        files.retain(|file| *file != exercise.dir.join("src/lib.rs"));
        let mut all = ContentHash::default();
        all.add(&self.base);
        all.add(self.inputs.of_exercise(exercise));
        all.add_files(files);
        all.hex()
    }

    /// What was proved under this key, without a fault.
    pub(super) fn load(course: &Course, exercise: &Exercise, key: &str) -> Option<Proof> {
        let text = fs::read_to_string(path_of(course, exercise)).ok()?;
        let mut lines = text.strip_suffix("end\n")?.lines();
        if lines.next()? != key {
            return None;
        }
        let mut number = || lines.next()?.parse().ok();
        let (wrong, right, refused) = (number()?, number()?, number()?);
        let promises = lines.map(str::to_owned).collect();
        let heading = exercise.heading();
        Some(Proof { heading, promises, wrong, right, refused, ..Proof::default() })
    }

    /// Remembers a proof that has no fault.
    pub(super) fn save(course: &Course, exercise: &Exercise, key: &str, proof: &Proof) {
        let path = path_of(course, exercise);
        let Proof { wrong, right, refused, .. } = proof;
        let mut text = format!("{key}\n{wrong}\n{right}\n{refused}\n");
        proof.promises.iter().for_each(|name| text += &format!("{name}\n"));
        // What is not remembered is proved once more.
        let _ = path.parent().map(fs::create_dir_all);
        let _ = fs::write(path, text + "end\n");
    }
}

fn path_of(course: &Course, exercise: &Exercise) -> PathBuf {
    course.target().join("exercise").join("proved").join(&exercise.slug)
}
