//! The course's own answers are read by learners: they are formatted, and the solution is one that
//! clippy has nothing to say of.

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process;
use crate::scratch_compiler::ScratchCompiler;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The faults of form in what the course keeps for an exercise.
pub fn faults(
    course: &Course,
    compiler: &ScratchCompiler,
    exercise: &Exercise,
) -> Result<Vec<String>, Failure> {
    let home = exercise.solution();
    let mut faults = Vec::new();
    let mut files = vec![format!("{home}/src/lib.rs"), format!("{home}/start.rs")];
    for folder in ["right", "wrong", "refused"] {
        let path = format!("{home}/{folder}");
        let entries = fs::read_dir(course.root().join(&path)).into_iter().flatten().flatten();
        files
            .extend(entries.map(|entry| format!("{path}/{}", entry.file_name().to_string_lossy())));
    }
    files.retain(|file| file.ends_with(".rs"));
    files.sort();
    // One that is to be refused need not even be Rust.
    let (refused, others) = files.into_iter().partition(|file| file.contains("/refused/"));
    let unformatted = |files, all_parse| unformatted(course, compiler, exercise, files, all_parse);
    for file in unformatted(others, true)?.into_iter().chain(unformatted(refused, false)?) {
        faults.push(format!(
            "{file}: rustfmt would write it otherwise. What it would write: rustfmt --edition 2024 \
             --config-path rustfmt.toml < {file}"
        ));
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

/// Those of `files` that rustfmt would write otherwise. It looks at all in one call, where the bench has
/// laid them out: it also looks for the `mod given;` of each beside it. Where not `all_parse`, it passes over
/// those that don't.
fn unformatted(
    course: &Course,
    compiler: &ScratchCompiler,
    exercise: &Exercise,
    files: Vec<String>,
    all_parse: bool,
) -> Result<Vec<String>, Failure> {
    let laid_out = |file: String| {
        let copy = compiler.copy(exercise, &course.root().join(&file));
        // What is missing is another check's affair.
        copy.is_file().then_some((file, copy))
    };
    let files: Vec<(String, PathBuf)> = files.into_iter().filter_map(laid_out).collect();
    let output = process::tool("rustfmt")
        .args(["--check", "--files-with-diff", "--edition", "2024", "--config-path"])
        .arg(course.root())
        .args(files.iter().map(|(_, copy)| copy))
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::start("rustfmt", &error))?;
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    // It names files without the links on the way to them.
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let listed: BTreeSet<PathBuf> = listed.lines().map(|line| real(Path::new(line))).collect();
    let is_listed = |copy: &Path| listed.contains(&real(copy));
    let (unlike, _): (Vec<_>, Vec<_>) = files.into_iter().partition(|(_, copy)| is_listed(copy));
    if all_parse && unlike.is_empty() && !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::machine(format!("rustfmt could not work.\n\n{}", said.trim())));
    }
    Ok(unlike.into_iter().map(|(file, _)| file).collect())
}
