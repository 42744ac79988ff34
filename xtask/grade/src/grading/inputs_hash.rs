//! What all results depend on, as one hash: the compiler and its flags, the libraries, the judge, the
//! grader itself, the limits and the tier.

use crate::built_dependencies::{BuiltDependencies, FLAGS};
use crate::confined_steps;
use crate::sandbox::Sandbox;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use xtask::course::Course;
use xtask::failure::Failure;

/// What of the course's own sources has a say in a result. Cargo's names say nothing of what its own
/// libraries are made from.
const SOURCES: [&str; 12] = [
    "Cargo.lock",
    "judge/src",
    "lab/src",
    "recorder/src",
    "verdict/src",
    "xtask/grade/src",
    // The grader runs a promise as the runner does, and takes its evidence from there.
    "xtask/src/attempt.rs",
    "xtask/src/attempt",
    "xtask/src/compiler.rs",
    "xtask/src/compiler",
    "xtask/src/process.rs",
    "xtask/src/process",
];

pub fn inputs_hash(
    course: &Course,
    sandbox: &Sandbox,
    dependencies: &BuiltDependencies,
) -> Result<Sha256, Failure> {
    let mut hash = Sha256::new();
    add(&mut hash, &dependencies.toolchain.version);
    add(&mut hash, &FLAGS.join(" "));
    add(&mut hash, &confined_steps::limits());
    add(&mut hash, &sandbox.layers().to_string());
    dependencies.files().for_each(|file| add(&mut hash, file));
    for source in sources(course.root())? {
        let text = fs::read(&source).map_err(|error| Failure::file("read", &source, &error))?;
        let name = source.strip_prefix(course.root()).unwrap_or(&source);
        add(&mut hash, &name.to_string_lossy());
        add(&mut hash, &String::from_utf8_lossy(&text));
    }
    Ok(hash)
}

fn sources(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    SOURCES.iter().try_for_each(|path| collect(root.join(path), &mut files))?;
    files.sort();
    Ok(files)
}

fn collect(path: PathBuf, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.is_dir() {
        files.push(path);
        return Ok(());
    }
    let unread = |error| Failure::file("read", &path, &error);
    for entry in fs::read_dir(&path).map_err(unread)? {
        collect(entry.map_err(unread)?.path(), files)?;
    }
    Ok(())
}

/// With its length before it: no two lists of texts are the same bytes.
pub fn add(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}

pub fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_that_has_a_say_is_there_and_is_counted() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let found = sources(&root).unwrap_or_else(|failure| panic!("{failure}"));
        for source in [
            "Cargo.lock",
            "judge/src/lib.rs",
            "xtask/grade/src/grading/inputs_hash.rs",
            "xtask/src/attempt/promise.rs",
            "xtask/src/process.rs",
            "xtask/src/process/orphan_guard.rs",
        ] {
            assert!(found.contains(&root.join(source)), "{source}");
        }
        // What is not there would have been taken for a file.
        assert!(found.iter().all(|file| file.is_file()), "{found:?}");
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_a_failure() {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::env::temp_dir().join(format!("grade-inputs-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).expect("locked");
        // Root may read everything, so there it proves only that nothing else goes wrong.
        let locked = fs::read_dir(&folder).is_err();
        let collected = collect(folder.clone(), &mut Vec::new());
        fs::remove_dir(&folder).expect("removed");
        assert_eq!(collected.is_err(), locked);
    }
}
