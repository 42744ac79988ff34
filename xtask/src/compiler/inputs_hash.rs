//! A hash of everything that cargo goes by when it builds the dependencies of an exercise.

use crate::content_hash::ContentHash;
use crate::course::{Course, Exercise};
use crate::file_tree::add_rust_files;
use crate::process;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// All of it but the exercise's own part. While it is the same, cargo need not be asked.
pub struct InputsHash(String);

impl InputsHash {
    /// Manifest, lock file, the course's own libraries, the toolchain, and what configuration files and the
    /// environment say.
    pub fn of(course: &Course) -> InputsHash {
        let root = course.root();
        let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
        let names = ["Cargo.toml", "Cargo.lock", "rust-toolchain", "rust-toolchain.toml"];
        let mut files: Vec<PathBuf> = names.iter().map(|name| root.join(name)).collect();
        files.extend(configurations(root));
        for library in own_libraries(root, &manifest) {
            files.push(library.join("Cargo.toml"));
            add_rust_files(&library.join("src"), &mut files);
        }
        let mut all = ContentHash::default();
        all.add_files(files);
        for (name, value) in variables() {
            all.add(name);
            all.add(value.as_encoded_bytes());
        }
        toolchain().iter().for_each(|name| all.add(name));
        InputsHash(all.hex())
    }

    /// With what the exercise itself brings along besides answer and tests, in one word.
    pub fn of_exercise(&self, exercise: &Exercise) -> String {
        let mut files: Vec<PathBuf> =
            ["Cargo.toml", "build.rs"].map(|name| exercise.dir.join(name)).into();
        let manifest = fs::read_to_string(&files[0]).unwrap_or_default();
        for library in own_libraries(&exercise.dir, &manifest) {
            files.push(library.join("Cargo.toml"));
            add_rust_files(&library.join("src"), &mut files);
        }
        let mut all = ContentHash::default();
        all.add(&self.0);
        all.add_files(files);
        all.hex()
    }
}

/// The files that cargo reads its configuration from: above the course, and the user's own.
fn configurations(root: &Path) -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let folders = root.ancestors().map(|folder| folder.join(".cargo")).chain([home]);
    folders.flat_map(|folder| [folder.join("config"), folder.join("config.toml")]).collect()
}

/// The folders of the libraries that the course brings along, by the paths in its manifest.
fn own_libraries(root: &Path, manifest: &str) -> BTreeSet<PathBuf> {
    let path = |line: &str| {
        let (_, rest) = line.split_once("path = \"")?;
        Some(root.join(rest.split('"').next()?))
    };
    manifest.lines().filter(|line| line.contains("{ path")).filter_map(path).collect()
}

/// The variables that cargo or rustc heed, without those that cargo sets for whatever it runs.
fn variables() -> Vec<(String, std::ffi::OsString)> {
    let mut all: Vec<_> = env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
        .filter(|(name, _)| {
            let heeded = name.starts_with("CARGO") || name.starts_with("RUST");
            let of_a_run =
                ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_TERM_", "CARGO_MAKEFLAGS"];
            let said =
                ["RUST_BACKTRACE", "RUST_LOG", "RUST_RECURSION_COUNT", "CARGO_PRIMARY_PACKAGE"];
            heeded
                && !said.contains(&name.as_str())
                && !of_a_run.iter().any(|start| name.starts_with(start))
        })
        .collect();
    all.sort();
    all
}

/// The names of the toolchain's programs and libraries: each version's compiler has a name of its own.
fn toolchain() -> Vec<String> {
    let rustc = process::tool("rustc");
    let folder = Path::new(rustc.get_program()).parent().unwrap_or(Path::new("")).to_owned();
    let mut names = vec![folder.to_string_lossy().into_owned()];
    for folder in [folder.join("../lib"), folder] {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let entries = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.extend(entries.filter(|name| name.contains("rustc")));
    }
    names.sort();
    names
}
