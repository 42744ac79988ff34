//! Compiles answers with rustc itself, against dependencies that cargo has built once.
//!
//! The course keeps many answers to one exercise: the skeleton, the solution, wrong ones and right
//! ones. As cargo packages, each would be resolved, fingerprinted and locked; here each is two commands
//! of rustc in a folder of its own, and nothing stale can be mistaken for it.

use crate::compiler::{Compiler, Diagnostic, RustcCommand, RustcCommands, diagnostic};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process::CancellationToken;
use crate::scratch_dir::ScratchDir;
use std::collections::BTreeMap;
use std::fs;
use std::path::{self, Path, PathBuf};
use std::process::Command;
use verdict::json;

/// How answers to all exercises are compiled, and the folder to do it in.
pub struct ScratchCompiler {
    root: PathBuf,
    commands: BTreeMap<String, RustcCommands>,
    /// Removed with the compiler, and so are the programs in it.
    scratch_dir: ScratchDir,
}

/// One way to write an exercise's `src/lib.rs`, compiled.
pub struct Built {
    folder: PathBuf,
    library: PathBuf,
    /// What the compiler warned of.
    pub warnings: Vec<Diagnostic>,
    /// What people know it by: its path from the course's root.
    name: String,
}

impl ScratchCompiler {
    /// Has cargo build what all answers stand on, where it has not yet.
    pub fn set_up(course: &Course, compiler: &Compiler) -> Result<ScratchCompiler, Failure> {
        let exercises: Vec<&Exercise> = course.exercises().iter().collect();
        let commands =
            RustcCommands::of(course, &exercises, compiler, &CancellationToken::default())?;
        let answers = course.target().join("answers");
        let scratch_dir = ScratchDir::new(&answers)
            .map_err(|error| Failure::file("create a folder in", &answers, &error))?;
        Ok(ScratchCompiler { root: course.root().to_owned(), commands, scratch_dir })
    }

    /// Where an answer stands while it is compiled, with the story's own code beside it.
    pub fn copy(&self, exercise: &Exercise, answer: &Path) -> PathBuf {
        self.scratch_dir.folder().join(&exercise.slug).join(name_of(answer)).join("lib.rs")
    }

    /// Compiles `answer` in the place of the exercise's `src/lib.rs`. The inner result is the
    /// compiler's refusal.
    pub fn compile(
        &self,
        exercise: &Exercise,
        answer: &Path,
    ) -> Result<Result<Built, Vec<Diagnostic>>, Failure> {
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
        let mut rustc = rustc(&self.commands[&exercise.slug].library, &folder);
        rustc.args(["--crate-type", "lib", "--crate-name", &exercise.crate_name(), "lib.rs", "-o"]);
        let name = answer.strip_prefix(&self.root).unwrap_or(answer);
        let name = name.display().to_string().replace('\\', "/");
        let said = self.finish(rustc.arg(&library), &name, false)?;
        Ok(said.map(|warnings| Built { folder, library, warnings, name }))
    }

    /// Links an answer with its exercise's tests into a program.
    pub fn with_tests(
        &self,
        exercise: &Exercise,
        built: &Built,
    ) -> Result<Result<PathBuf, Vec<Diagnostic>>, Failure> {
        let Some(tests) = &exercise.test else {
            return Ok(Err(vec![Diagnostic::of_tests(format!(
                "{} has no tests",
                exercise.folder
            ))]));
        };
        self.program(exercise, built, tests, "promises", &["--test"])
    }

    /// Links an answer with its exercise's live example into a program.
    pub fn live(
        &self,
        exercise: &Exercise,
        built: &Built,
    ) -> Result<Result<PathBuf, Vec<Diagnostic>>, Failure> {
        self.program(exercise, built, &exercise.dir.join("examples/live.rs"), "live", &[])
    }

    fn program(
        &self,
        exercise: &Exercise,
        built: &Built,
        source: &Path,
        name: &str,
        flags: &[&str],
    ) -> Result<Result<PathBuf, Vec<Diagnostic>>, Failure> {
        let program = built.folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let mut rustc = rustc(&self.commands[&exercise.slug].tests, &built.folder);
        rustc.args(flags).args(["--crate-name", name]).arg(source).arg("-o").arg(&program);
        rustc.arg("--extern").arg(format!("{}={}", exercise.crate_name(), built.library.display()));
        Ok(self.finish(&mut rustc, &built.name, true)?.map(|_| program))
    }

    /// Runs the compiler: what it warned of, or all that it said where it refused. An answer is compiled as
    /// the `lib.rs` of a folder of its own, and told of as `name`.
    fn finish(
        &self,
        rustc: &mut Command,
        name: &str,
        in_tests: bool,
    ) -> Result<Result<Vec<Diagnostic>, Vec<Diagnostic>>, Failure> {
        rustc.args(["--error-format=json", "--diagnostic-width=80"]);
        let output = rustc.output().map_err(|error| Failure::start("rustc", &error))?;
        let said = String::from_utf8_lossy(&output.stderr);
        let messages = said.lines().filter_map(|line| json::parse(line.as_bytes()));
        let diagnostics = messages.filter_map(|message| diagnostic(&message, in_tests));
        let root = format!("{}{}", self.root.display(), path::MAIN_SEPARATOR);
        let named = |said: Diagnostic| {
            let rendered = said.rendered.replace("--> lib.rs:", &format!("--> {name}:"));
            let place = said.place.map(|place| match place.strip_prefix("lib.rs:") {
                Some(line) => format!("{name}:{line}"),
                None => place.replace(&root.replace('\\', "/"), ""),
            });
            Diagnostic { rendered: rendered.replace(&root, ""), place, ..said }
        };
        let diagnostics: Vec<Diagnostic> = diagnostics.map(named).collect();
        match output.status.success() {
            true => Ok(Ok(diagnostics)),
            false if diagnostics.is_empty() => Err(Failure::build(&said)),
            false => Ok(Err(diagnostics)),
        }
    }
}

/// The compiler as cargo calls it for an exercise, to work in `folder`.
fn rustc(command: &RustcCommand, folder: &Path) -> Command {
    let mut rustc = command.without_sources();
    rustc.current_dir(folder);
    // As many are compiled at once as there are cores.
    rustc.args(["-C", "codegen-units=1"]);
    rustc
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
