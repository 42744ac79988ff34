//! A class on disk, the grader over it, and what came of it.

use super::here::{GRADER, root};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What all runs draw inputs from that are to be alike.
pub const SEED: &str = "2026";

/// An answer that holds up its thread: its promises take two seconds each.
pub const BLOCKED: &str = "pub mod given;\npub async fn run_all() -> Vec<u32> { loop {} }\n";

/// An answer that ends its process: the judge has nothing to say.
pub const EXITS: &str =
    "pub mod given;\npub async fn run_all() -> Vec<u32> { std::process::exit(0) }\n";

pub struct Class {
    folder: PathBuf,
}

/// How a run of the grader ended.
pub struct Ran {
    pub code: Option<i32>,
    /// All that it said, in one line.
    pub said: String,
}

impl Class {
    /// Students and their answers to the first exercise.
    pub fn of(name: &str, answers: &[(&str, &str)]) -> Class {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("grading_runs").join(name);
        let _ = fs::remove_dir_all(&folder);
        let class = Class { folder };
        answers.iter().for_each(|(student, answer)| class.hand_in(student, "01-gather", answer));
        class
    }

    pub fn hand_in(&self, student: &str, exercise: &str, answer: &str) {
        let file = self.submissions().join(student).join(exercise).join("src/lib.rs");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, answer).unwrap();
    }

    pub fn submissions(&self) -> PathBuf {
        self.folder.join("submissions")
    }

    /// A folder of this class's own.
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The grader with these words, over these submissions, into this folder.
    pub fn grader(&self, out: &str, words: &[&str]) -> Command {
        let mut grader = self.grader_with_any_seed(out, words);
        grader.args(["--seed", SEED]);
        grader
    }

    /// The same with no other seed than `words` name.
    pub fn grader_with_any_seed(&self, out: &str, words: &[&str]) -> Command {
        let mut grader = Command::new(GRADER);
        grader.arg(self.submissions()).args(["--exercise", "01"]).args(words);
        grader.arg("--out").arg(self.at(out)).current_dir(root());
        grader.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        grader
    }

    pub fn grade(&self, out: &str, words: &[&str]) -> Ran {
        ran(&mut self.grader(out, words))
    }

    /// The same, and it must go well.
    pub fn graded(&self, out: &str, words: &[&str]) -> Ran {
        let ran = self.grade(out, words);
        assert_eq!(ran.code, Some(0), "{}", ran.said);
        ran
    }

    pub fn merge(&self, parts: &[&str], out: &str) -> Ran {
        let mut merge = Command::new(GRADER);
        merge.arg("merge").args(parts.iter().map(|part| self.at(part)));
        ran(merge.arg("--out").arg(self.at(out)).current_dir(root()))
    }

    pub fn result_file(&self, out: &str, student: &str) -> PathBuf {
        self.at(out).join("results").join(format!("{student}.json"))
    }

    pub fn earned(&self, out: &str, student: &str) -> f64 {
        read(&self.result_file(out, student))["earned"].as_f64().unwrap()
    }

    /// Every file of a folder of outputs, but for one program's lock on it.
    pub fn files(&self, out: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.at(out), &mut files);
        files.retain(|path, _| !path.ends_with(".lock"));
        let base = self.at(out);
        files.into_iter().map(|(path, t)| (path.strip_prefix(&base).unwrap().into(), t)).collect()
    }

    /// What is kept in `part` is also kept in `whole`: the same, but maybe not all of it.
    pub fn assert_part_of(&self, part: &str, whole: &str) {
        if self.at(part).exists() {
            let whole = self.files(whole);
            for (path, text) in self.files(part) {
                assert!(whole[&path] == text, "{}", path.display());
            }
        }
    }

    pub fn assert_same(&self, one: &str, other: &str) {
        let (one, other) = (self.files(one), self.files(other));
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (path, text) in &one {
            assert_eq!(
                String::from_utf8_lossy(text),
                String::from_utf8_lossy(&other[path]),
                "{}",
                path.display()
            );
        }
    }
}

pub fn ran(command: &mut Command) -> Ran {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    Ran { code: output.status.code(), said }
}

pub fn read(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// Leaves a mark in a kept result of one exercise: it stays for as long as nobody grades that anew.
pub fn mark(file: &Path, slug: &str) {
    let mut result = read(file);
    result["exercises"][slug]["remarks"] = Value::from(vec!["a mark"]);
    fs::write(file, serde_json::to_vec(&result).unwrap()).unwrap();
}

pub fn is_marked(file: &Path, slug: &str) -> bool {
    read(file)["exercises"][slug]["remarks"] == Value::from(vec!["a mark"])
}

/// The course's own answers, and one of its wrong ones.
pub fn right() -> String {
    answer("01-gather/src/lib.rs")
}

pub fn wrong() -> String {
    answer("01-gather/wrong/one_after_another.rs")
}

pub fn answer(path: &str) -> String {
    fs::read_to_string(root().join("solutions").join(path)).unwrap()
}

/// Another number each time, the same in each run of the tests.
pub struct Seeded(pub u64);

impl Seeded {
    /// Between 0 and 1.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}
