//! What submissions are compiled with: the toolchain, and the libraries that cargo has built once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use verdict::json::{Json, JsonExt};
use xtask::compiler::{Compiler, build_dependencies};
use xtask::course::Course;
use xtask::failure::Failure;
use xtask::process;

/// What an answer may use.
pub const FOR_ANSWERS: [&str; 4] = ["anyhow", "futures", "lab", "tokio"];
/// What only tests use.
pub const FOR_TESTS: &str = "judge";

/// Libraries, in two folders: where an answer is compiled, only the first can be seen.
pub struct BuiltDependencies {
    /// All that answers stand on.
    pub libraries: PathBuf,
    /// The judge.
    pub judge: PathBuf,
    /// The file of each library that code names, by its crate.
    files: BTreeMap<String, String>,
    pub toolchain: Toolchain,
}

/// The compiler that is in use, and what it brings.
pub struct Toolchain {
    /// Its folder: `bin`, `lib` and the rest.
    pub root: PathBuf,
    /// `x86_64-unknown-linux-gnu`.
    pub host: String,
    /// Everything that `rustc -vV` says: another compiler, other results.
    pub version: String,
}

impl BuiltDependencies {
    /// Has cargo build the libraries and puts them into `folder`.
    pub fn put_together(
        course: &Course,
        compiler: &Compiler,
        folder: &Path,
    ) -> Result<BuiltDependencies, Failure> {
        let messages = build_dependencies(course, compiler)?.messages;
        let (libraries, judge) = (folder.join("libraries"), folder.join("judge"));
        for folder in [&libraries, &judge] {
            fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
        }
        let of_exercises: Vec<&str> =
            course.exercises().iter().map(|exercise| exercise.package_id.as_str()).collect();
        let mut files = BTreeMap::new();
        let artifacts =
            messages.iter().filter(|m| m.at("reason").text() == Some("compiler-artifact"));
        for artifact in artifacts {
            let package = artifact.at("package_id").text().unwrap_or_default();
            let Some(name) = artifact.at("target").at("name").text() else { continue };
            if of_exercises.contains(&package) {
                continue;
            }
            let name = name.replace('-', "_");
            let paths =
                artifact.at("filenames").items().iter().filter_map(Json::text).map(Path::new);
            for path in paths.filter(|path| is_library(path)) {
                let Some(file) = path.file_name().and_then(|file| file.to_str()) else { continue };
                let folder = if name == FOR_TESTS { &judge } else { &libraries };
                let to = folder.join(file);
                let linked = fs::hard_link(path, &to).or_else(|_| fs::copy(path, &to).map(|_| ()));
                linked.map_err(|error| Failure::file("copy", path, &error))?;
                files.insert(name.clone(), file.to_owned());
            }
        }
        let needed = FOR_ANSWERS.into_iter().chain([FOR_TESTS]);
        if let Some(missing) = needed.into_iter().find(|name| !files.contains_key(*name)) {
            return Err(Failure::machine(format!("cargo did not build {missing}")));
        }
        Ok(BuiltDependencies { libraries, judge, files, toolchain: Toolchain::in_use()? })
    }

    /// The name of the file that holds the library `name`.
    pub fn file(&self, name: &str) -> &str {
        &self.files[name]
    }

    /// All files, for what depends on them: cargo's names hold a hash of what they were made from.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.values().map(String::as_str)
    }
}

/// Libraries to link and macros to load; nothing else that cargo makes.
fn is_library(path: &Path) -> bool {
    let of_macros = std::env::consts::DLL_EXTENSION;
    path.extension().is_some_and(|kind| kind == "rlib" || kind == of_macros)
}

impl Toolchain {
    fn in_use() -> Result<Toolchain, Failure> {
        let say = |arguments: &[&str]| {
            let output = process::tool("rustc").args(arguments).output();
            let output = output.map_err(|error| Failure::start("rustc", &error))?;
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        let (root, version) = (say(&["--print", "sysroot"])?, say(&["-vV"])?);
        let host = version.lines().find_map(|line| line.strip_prefix("host: "));
        let host = host.ok_or_else(|| Failure::machine("rustc does not tell its host"))?.to_owned();
        Ok(Toolchain { root: root.into(), host, version })
    }

    /// The parts that compiling takes, from its root. Sources of the standard library, where they are
    /// installed, stay out: an `include!` could find assembler in them.
    pub fn parts(&self) -> Vec<PathBuf> {
        let mut parts = vec![PathBuf::from("bin"), Path::new("lib/rustlib").join(&self.host)];
        let libraries = fs::read_dir(self.root.join("lib")).into_iter().flatten().flatten();
        let files = libraries.filter(|entry| !entry.path().is_dir());
        parts.extend(files.map(|entry| Path::new("lib").join(entry.file_name())));
        parts.sort();
        parts
    }

    /// The compiler's program, inside a folder that holds the toolchain.
    pub fn rustc(root: &Path) -> PathBuf {
        root.join("bin").join(format!("rustc{}", std::env::consts::EXE_SUFFIX))
    }
}

/// Flags for every compilation: nobody debugs these programs, and as many are compiled at once as
/// there are cores. No lint is capped, and what `-F` forbids no attribute allows.
pub const FLAGS: [&str; 12] = [
    "--edition",
    "2024",
    "-C",
    "debuginfo=0",
    "-C",
    "codegen-units=1",
    "-C",
    "strip=symbols",
    "-C",
    "embed-bitcode=no",
    "-F",
    "unsafe_code",
];
