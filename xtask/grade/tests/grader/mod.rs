//! The grader as an instructor starts it, for tests of the whole.

mod here;

pub use here::{is_here, root};

use here::GRADER;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Grades these exercises of a class into `out`, in the course's own folder.
pub fn command(class: &Path, exercises: &[&str], out: &Path) -> Command {
    let mut command = Command::new(GRADER);
    command.arg(class).arg("--out").arg(out).args(["--seed", "2026"]).current_dir(root());
    exercises.iter().for_each(|exercise| {
        command.args(["--exercise", exercise]);
    });
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A fresh folder of this name.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The results in `out`, as they were written, by the students' ids.
pub fn results(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(out.join("results")).into_iter().flatten().flatten();
    let named = files.map(|file| {
        let id = file.path().file_stem().unwrap().to_str().unwrap().to_owned();
        (id, fs::read(file.path()).unwrap())
    });
    named.collect()
}
