//! What the benchmarks share: a copy of the course, and numbers that mean something.
//!
//! Everything is measured in one run and quoted as a ratio against bare tools measured in the same
//! turn: single times mean little on a machine that does other things too.

#![allow(dead_code, reason = "every benchmark uses its own part of this")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each is measured; medians are quoted.
pub const TURNS: usize = 15;

pub struct Course {
    pub root: PathBuf,
}

impl Course {
    /// A fresh copy of what git would hand to a stranger.
    pub fn copied(name: &str) -> Course {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let repository = above.into_iter().find(|dir| dir.join("judge").is_dir()).unwrap();
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench").join(name);
        let _ = fs::remove_dir_all(&root);
        let listed = Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .current_dir(repository)
            .output()
            .expect("git lists what belongs to the course");
        for file in String::from_utf8(listed.stdout).unwrap().lines() {
            let to = root.join(file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(repository.join(file), to).unwrap();
        }
        Course { root }
    }

    pub fn command(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).current_dir(&self.root).stdin(Stdio::null());
        command.env_remove("CARGO_TARGET_DIR").env("RUST_BACKTRACE", "0");
        command
    }

    /// Edits the learner's file: the solution, with something new in it every time.
    pub fn edit(&self, turn: usize, salt: &str) {
        let answer = fs::read_to_string(self.root.join("solutions/01-gather/src/lib.rs")).unwrap();
        let file = self.root.join("exercises/01-gather/src/lib.rs");
        fs::write(file, format!("{answer}\n// {salt} {turn}\n")).unwrap();
    }

    pub fn test_program(&self) -> PathBuf {
        let entries = fs::read_dir(self.root.join("target/exercise/deps")).unwrap();
        let newest = entries.filter_map(Result::ok).filter(|entry| {
            let name = entry.file_name().into_string().unwrap();
            name.starts_with("gather-") && !name.contains('.')
        });
        newest.max_by_key(|entry| entry.metadata().unwrap().modified().unwrap()).unwrap().path()
    }
}

pub fn timed(command: &mut Command) -> Duration {
    let began = Instant::now();
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    began.elapsed()
}

pub fn median<T: Copy + PartialOrd>(values: &[T]) -> T {
    let mut values = values.to_vec();
    values.sort_by(|a, b| a.partial_cmp(b).unwrap());
    values[values.len() / 2]
}

pub fn ms(times: &[Duration]) -> String {
    format!("{} ms", median(times).as_millis())
}

/// The median of the turns' own ratios.
pub fn ratio(a: &[Duration], b: &[Duration]) -> String {
    let ratios: Vec<f64> =
        a.iter().zip(b).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    format!("{:.2}", median(&ratios))
}
