//! Compiles answers with rustc itself, against dependencies that cargo has built once.
//!
//! The course keeps many answers to one exercise: the skeleton, the solution, wrong ones and right
//! ones. As cargo packages, each would be resolved, fingerprinted and locked; here each is two calls
//! of rustc in a folder of its own, and nothing stale can be mistaken for it.

use crate::attempt::build::{Builder, build_dependencies};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process;
use crate::room::Room;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use verdict::json::{Json, Look};

/// What an answer may use.
const FOR_ANSWERS: [&str; 4] = ["anyhow", "futures", "lab", "tokio"];
/// What tests may use.
const FOR_TESTS: [&str; 5] = ["anyhow", "futures", "judge", "lab", "tokio"];

/// The dependencies of all answers, compiled, and room to work in.
pub struct Bench {
    libraries: BTreeMap<String, PathBuf>,
    /// Where what those stand on lies: macros may lie elsewhere than what they are used in.
    folders: BTreeSet<PathBuf>,
    /// Goes with the bench, and so do the programs in it.
    room: Room,
}

/// One way to write an exercise's `src/lib.rs`, compiled.
pub struct Built {
    folder: PathBuf,
    library: PathBuf,
    /// What the compiler said of it, besides that it compiles.
    pub warnings: String,
}

impl Bench {
    /// Has cargo build what all answers stand on.
    pub fn set_up(course: &Course, builder: &Builder) -> Result<Bench, Failure> {
        // The exercises' tests stand on all of it; whether they compile does not matter here.
        let said = build_dependencies(course, builder)?;
        let mut libraries = BTreeMap::new();
        let mut folders = BTreeSet::new();
        for artifact in &said.messages {
            if artifact.at("reason").text() != Some("compiler-artifact") {
                continue;
            }
            let name = artifact.at("target").at("name").text().unwrap_or_default();
            for file in artifact.at("filenames").items().iter().filter_map(Json::text) {
                let file = Path::new(file);
                folders.extend(file.parent().map(Path::to_owned));
                if file.extension().is_some_and(|end| end == "rlib") {
                    libraries.insert(name.replace('-', "_"), file.to_owned());
                }
            }
        }
        if FOR_TESTS.iter().any(|name| !libraries.contains_key(*name)) {
            return Err(said.failure());
        }
        let answers = course.target().join("answers");
        let room = Room::new(&answers)
            .map_err(|error| Failure::file("make a room in", &answers, &error))?;
        Ok(Bench { libraries, folders, room })
    }

    /// Where an answer stands while it is compiled, with the story's own code beside it.
    pub fn copy(&self, exercise: &Exercise, answer: &Path) -> PathBuf {
        self.room.folder().join(&exercise.slug).join(name_of(answer)).join("lib.rs")
    }

    /// Compiles `answer` in the place of the exercise's `src/lib.rs`. The inner result is the
    /// compiler's refusal.
    pub fn compile(
        &self,
        exercise: &Exercise,
        answer: &Path,
    ) -> Result<Result<Built, String>, Failure> {
        let source = self.copy(exercise, answer);
        let folder = source.parent().unwrap_or(&source).to_owned();
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
        // A crate root looks for `mod given;` beside itself.
        copy(answer, &source)?;
        let given = exercise.dir.join("src/given.rs");
        if given.is_file() {
            copy(&given, &folder.join("given.rs"))?;
        }
        let library = folder.join(format!("lib{}.rlib", exercise.crate_name()));
        let mut rustc = self.rustc(&folder, &FOR_ANSWERS);
        rustc.args(["--crate-type", "lib", "--crate-name", &exercise.crate_name(), "lib.rs", "-o"]);
        let said = finish(rustc.arg(&library))?;
        Ok(said.map(|warnings| Built { folder, library, warnings }))
    }

    /// Links an answer with its exercise's tests into a program.
    pub fn with_tests(
        &self,
        exercise: &Exercise,
        built: &Built,
    ) -> Result<Result<PathBuf, String>, Failure> {
        let Some(tests) = &exercise.test else {
            return Ok(Err(format!("{} has no tests", exercise.folder)));
        };
        self.program(exercise, built, tests, "promises", &["--test"])
    }

    /// Links an answer with its exercise's live example into a program.
    pub fn live(
        &self,
        exercise: &Exercise,
        built: &Built,
    ) -> Result<Result<PathBuf, String>, Failure> {
        self.program(exercise, built, &exercise.dir.join("examples/live.rs"), "live", &[])
    }

    fn program(
        &self,
        exercise: &Exercise,
        built: &Built,
        source: &Path,
        name: &str,
        flags: &[&str],
    ) -> Result<Result<PathBuf, String>, Failure> {
        let program = built.folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let mut rustc = self.rustc(&built.folder, &FOR_TESTS);
        rustc.args(flags).args(["--crate-name", name]).arg(source).arg("-o").arg(&program);
        rustc.arg("--extern").arg(format!("{}={}", exercise.crate_name(), built.library.display()));
        Ok(finish(&mut rustc)?.map(|_| program))
    }

    fn rustc(&self, folder: &Path, libraries: &[&str]) -> Command {
        let mut rustc = process::tool("rustc");
        rustc.current_dir(folder).args(["--edition", "2024"]);
        // Nobody debugs these, and as many are compiled at once as there are cores.
        rustc.args(["-C", "debuginfo=0", "-C", "codegen-units=1", "-C", "strip=symbols"]);
        rustc.args(["-C", "embed-bitcode=no"]);
        rustc.args(["--forbid", "unsafe_code"]);
        for name in libraries {
            let library = &self.libraries[*name];
            rustc.arg("--extern").arg(format!("{name}={}", library.display()));
        }
        for folder in &self.folders {
            rustc.arg("-L").arg(format!("dependency={}", folder.display()));
        }
        rustc
    }
}

/// `wrong/never_awaited.rs` as `wrong-never_awaited`: a folder's name that tells whose it is.
fn name_of(answer: &Path) -> String {
    let kind = answer.parent().and_then(Path::file_name).unwrap_or_default();
    let stem = answer.file_stem().unwrap_or_default();
    format!("{}-{}", kind.to_string_lossy(), stem.to_string_lossy())
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to).map(|_| ()).map_err(|error| Failure::file("copy", from, &error))
}

/// Runs the compiler: what it warned of, or its errors.
fn finish(rustc: &mut Command) -> Result<Result<String, String>, Failure> {
    let output = rustc.output().map_err(|error| Failure::start("rustc", &error))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Ok(if output.status.success() { Ok(said) } else { Err(said) })
}
