//! The course's own answers are read by learners: they are formatted, and the solution is one that
//! clippy has nothing to say of.

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process;
use std::fs::{self, File};
use std::process::Stdio;

/// The faults of form in what the course keeps for an exercise.
pub fn faults(course: &Course, exercise: &Exercise) -> Result<Vec<String>, Failure> {
    let home = exercise.solution();
    let mut faults = Vec::new();
    let mut files = vec![format!("{home}/src/lib.rs"), format!("{home}/start.rs")];
    for folder in ["right", "wrong"] {
        let path = format!("{home}/{folder}");
        let entries = fs::read_dir(course.root().join(&path)).into_iter().flatten().flatten();
        files
            .extend(entries.map(|entry| format!("{path}/{}", entry.file_name().to_string_lossy())));
    }
    files.retain(|file| file.ends_with(".rs"));
    files.sort();
    for file in files {
        if !formatted(course, &file)? {
            faults.push(format!(
                "{file}: rustfmt would write it otherwise. What it would write: rustfmt --edition \
                 2024 --config-path rustfmt.toml < {file}"
            ));
        }
    }
    let manifest = course.root().join(&home).join("Cargo.toml");
    if manifest.is_file() {
        let mut clippy = process::cargo();
        clippy.args(["clippy", "--quiet", "--manifest-path"]).arg(&manifest);
        let output = clippy
            .args(["--", "--deny", "warnings"])
            .stdin(Stdio::null())
            .output()
            .map_err(|error| Failure::start("cargo", &error))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            faults.push(format!("{home}: clippy does not pass.\n{}", said.trim()));
        }
    }
    Ok(faults)
}

/// Whether rustfmt would leave `file` as it is. It is handed over on standard input: as a file, its
/// `mod given;` would be looked for beside it. There `--check` exits 0 whatever it finds, so what
/// rustfmt writes is compared here.
fn formatted(course: &Course, file: &str) -> Result<bool, Failure> {
    let path = course.root().join(file);
    // What is missing is another check's affair.
    let (Ok(text), Ok(source)) = (fs::read(&path), File::open(&path)) else { return Ok(true) };
    let output = process::tool("rustfmt")
        .args(["--quiet", "--edition", "2024", "--config-path"])
        .arg(course.root())
        .stdin(source)
        .output()
        .map_err(|error| Failure::start("rustfmt", &error))?;
    Ok(output.status.success() && output.stdout == text)
}
