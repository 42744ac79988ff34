//! The three steps from a source to verdicts, each in a sandbox of its own: an answer is compiled where
//! neither tests nor solutions can be seen, then linked with the tests, then run, promise by promise.

use crate::built_dependencies::{BuiltDependencies, FLAGS, FOR_ANSWERS, FOR_TESTS, Toolchain};
use crate::graded_exercise::GradedExercise;
use crate::sandbox::{ConfinedCommand, Mount, Purpose, Sandbox};
use crate::seed::Seed;
use crate::{object_code, source_flags};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use verdict::json::{self, JsonExt};
use verdict::text::{sanitize, truncate};
use xtask::attempt::capture::{Excerpt, OutputReader};
use xtask::attempt::promise::{self, JudgedOutside, Promise};
use xtask::compiler::{Diagnostic, diagnostic};
use xtask::failure::Failure;
use xtask::process::{CancellationToken, Group};

/// How long one compilation may take, in real time. It ends much sooner by its limit of processor time
/// unless the machine is overloaded.
const TIME_LIMIT: Duration = Duration::from_secs(120);

/// The most that is read of what a compiler says, in bytes. Macros can make it say gigabytes.
const MOST_SAID: u64 = 512 * 1024;

/// The most diagnostics that are kept of an answer, and the most of one, in columns.
const MOST_DIAGNOSTICS: usize = 20;
const LONGEST_DIAGNOSTIC: usize = 4_000;

/// Where things are inside of a sandbox.
mod inside {
    pub const TOOLCHAIN: &str = "/toolchain";
    pub const LIBRARIES: &str = "/dependencies/libraries";
    pub const JUDGE: &str = "/dependencies/judge";
    pub const ANSWER: &str = "/answer";
    pub const LIBRARY: &str = "/library";
    pub const TESTS: &str = "/tests";
    pub const OUTPUT: &str = "/made";
    pub const PROGRAM: &str = "/promises";
}

/// The name of a test program.
const PROGRAM: &str = "promises";

/// What messages call the file of the instructor's own promises.
const EXTRA_TESTS: &str = "tests/extra.rs";

/// The C library gives threads heaps of their own, and each takes 64 MiB of the address space: more
/// threads than an answer has honest use for, and the limit of memory would be what ends it.
const ONE_HEAP: (&str, &str) = ("MALLOC_ARENA_MAX", "1");

/// What compiles, links and runs.
pub struct ConfinedSteps<'a> {
    pub sandbox: &'a Sandbox,
    pub dependencies: &'a BuiltDependencies,
    pub seed: Seed,
    pub token: &'a CancellationToken,
}

/// What came of a step.
pub enum Step<T> {
    Done(T),
    /// The compiler says what is wrong with it.
    Broken(String),
    /// It is not accepted: a remark for its author.
    Refused(String),
    /// Nothing says whose fault it is that this did not work: the answer's, or the machine's.
    Doubtful(String),
}

/// A test program with an answer in it.
pub struct Program {
    file: PathBuf,
}

impl Program {
    /// From now on it can be run and not read: the answer runs in it, and finds in its own file what
    /// the instructor's promises expect.
    #[cfg(unix)]
    fn hide(&self) -> Result<(), Failure> {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&self.file, fs::Permissions::from_mode(0o111))
            .map_err(|error| Failure::file("hide", &self.file, &error))
    }

    #[cfg(not(unix))]
    fn hide(&self) -> Result<(), Failure> {
        Ok(())
    }
}

impl ConfinedSteps<'_> {
    /// Compiles an answer and links it with its tests, in the folder `scratch`.
    pub fn build(
        &self,
        exercise: &GradedExercise,
        source: &str,
        scratch: &Path,
    ) -> Result<Step<Program>, Failure> {
        let library = match self.compile(exercise, source, scratch)?.into_result() {
            Ok(library) => library,
            Err(ended) => return Ok(ended),
        };
        if let Some(why) = source_flags::objection(source) {
            return Ok(Step::Refused(why));
        }
        let compiled = fs::read(&library).map_err(|e| Failure::file("read", &library, &e))?;
        if let Some(why) = object_code::objection(&compiled) {
            return Ok(Step::Refused(format!("src/lib.rs is not accepted: {why}.")));
        }
        self.link(exercise, &library, scratch)
    }

    fn compile(
        &self,
        exercise: &GradedExercise,
        source: &str,
        scratch: &Path,
    ) -> Result<Step<PathBuf>, Failure> {
        let answer = scratch.join("answer");
        write(&answer.join("src/lib.rs"), source)?;
        if let Some(given) = &exercise.given {
            write(&answer.join("src/given.rs"), given)?;
        }
        let output_dir = scratch.join("library");
        let file = format!("lib{}.rlib", exercise.crate_name);
        let mut rustc = self.compiler_command(Purpose::Compile, &output_dir)?;
        let answer = rustc.add(&answer, inside::ANSWER);
        rustc.args(["--crate-type", "lib", "--crate-name", &exercise.crate_name]);
        rustc.args([answer.join("src/lib.rs")]);
        // Messages name the file as its author knows it.
        rustc.args([format!("--remap-path-prefix={}/=", answer.display())]);
        Ok(rustc.run(&file)?.map(|()| output_dir.join(file)))
    }

    fn link(
        &self,
        exercise: &GradedExercise,
        library: &Path,
        scratch: &Path,
    ) -> Result<Step<Program>, Failure> {
        let output_dir = scratch.join("program");
        let mut rustc = self.compiler_command(Purpose::Link, &output_dir)?;
        let judge = rustc.add(&self.dependencies.judge, inside::JUDGE);
        rustc.library(FOR_TESTS, &judge.join(self.dependencies.file(FOR_TESTS)));
        let folder = rustc.add(library.parent().unwrap_or(library), inside::LIBRARY);
        rustc.library(&exercise.crate_name, &folder.join(library.file_name().unwrap_or_default()));
        let tests = rustc.add(&exercise.tests, inside::TESTS);
        rustc.args(["--test", "--crate-name", PROGRAM]);
        rustc.args([tests.join("main.rs")]);
        rustc.args([format!("--remap-path-prefix={}/=tests/", tests.display())]);
        let program = Program { file: output_dir.join(PROGRAM) };
        let linked = rustc.run(PROGRAM)?;
        if let Step::Done(()) = linked {
            program.hide()?;
        }
        Ok(linked.map(|()| program))
    }

    /// The compiler with what every compilation needs; `made` is where the result goes.
    fn compiler_command(
        &self,
        purpose: Purpose,
        output_dir: &Path,
    ) -> Result<CompilerCommand<'_>, Failure> {
        self.sandbox.scratch(output_dir)?;
        let toolchain = &self.dependencies.toolchain;
        let mut rustc = CompilerCommand {
            steps: self,
            purpose,
            mounts: Vec::new(),
            args: Vec::new(),
            output_dir: output_dir.to_owned(),
            libraries: String::new(),
        };
        let mut root = toolchain.root.clone();
        for part in toolchain.parts() {
            let inside = Path::new(inside::TOOLCHAIN).join(&part);
            let seen = rustc.add(&toolchain.root.join(&part), &inside);
            // A part's own place, less the part: the root.
            root = seen.ancestors().nth(part.components().count()).unwrap_or(&seen).to_owned();
        }
        rustc.libraries = root.join("lib").display().to_string();
        rustc.args.push(Toolchain::rustc(&root).into());
        rustc.args(FLAGS);
        rustc.args(["--error-format", "json", "--sysroot"]);
        rustc.args([root]);
        let libraries = rustc.add(&self.dependencies.libraries, inside::LIBRARIES);
        rustc.args(["-L".to_owned(), format!("dependency={}", libraries.display())]);
        for name in FOR_ANSWERS {
            rustc.library(name, &libraries.join(self.dependencies.file(name)));
        }
        Ok(rustc)
    }

    /// Puts one promise to the test. `name` is the test's full name.
    pub fn run(&self, program: &Program, name: &str) -> io::Result<Promise> {
        let command = self.for_test(program, name);
        promise::run_promise(command, name, self.seed.number(), self.token)
    }

    /// Puts one promise about any input to the test: `program` only records what it does, and `judge`, a
    /// program without code of the answer, compares.
    pub fn run_outside(
        &self,
        program: &Program,
        judge: &Program,
        name: &str,
    ) -> io::Result<JudgedOutside> {
        let [recorder, judge] = [program, judge].map(|it| self.for_test(it, name));
        promise::put_to_test_outside(recorder, judge, name, self.seed.number(), self.token)
    }

    fn for_test(&self, program: &Program, name: &str) -> Command {
        let [a, b] = promise::ENVIRONMENT;
        self.started(program, &words(&promise::arguments(name)), &[a, b, ONE_HEAP])
    }

    /// The full names of a trusted program's tests.
    pub fn names(&self, program: &Program) -> Result<Vec<String>, Failure> {
        let mut command = self.started(program, &words(&["--list", "--format", "terse"]), &[]);
        command.stdin(Stdio::null());
        let output = command.output().map_err(|e| Failure::file("run", &program.file, &e))?;
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        let names = listed.lines().filter_map(|line| line.strip_suffix(": test"));
        Ok(names.map(str::to_owned).collect())
    }

    fn started(&self, program: &Program, args: &[OsString], env: &[(&str, &str)]) -> Command {
        let mount = Mount { host: &program.file, inside: Path::new(inside::PROGRAM) };
        self.sandbox.command(&ConfinedCommand {
            purpose: Purpose::Run,
            read_only: &[mount],
            writable: None,
            program: &self.sandbox.seen(&mount),
            args,
            env,
            limits: Purpose::Run.limits(),
        })
    }
}

/// One call of the compiler, being put together.
struct CompilerCommand<'a> {
    steps: &'a ConfinedSteps<'a>,
    purpose: Purpose,
    /// Where things are, and where they are seen.
    mounts: Vec<(PathBuf, PathBuf)>,
    /// The program and what it is told.
    args: Vec<OsString>,
    output_dir: PathBuf,
    /// The compiler's own libraries.
    libraries: String,
}

impl CompilerCommand<'_> {
    /// Puts something into the sandbox; returns where it is seen.
    fn add(&mut self, host: &Path, inside: impl AsRef<Path>) -> PathBuf {
        let inside = inside.as_ref();
        self.mounts.push((host.to_owned(), inside.to_owned()));
        self.steps.sandbox.seen(&Mount { host, inside })
    }

    fn args(&mut self, args: impl IntoIterator<Item = impl Into<OsString>>) {
        self.args.extend(args.into_iter().map(Into::into));
    }

    fn library(&mut self, name: &str, file: &Path) {
        self.args(["--extern".to_owned(), format!("{name}={}", file.display())]);
    }

    /// Has the compiler make `file`.
    fn run(mut self, file: &str) -> Result<Step<()>, Failure> {
        let output_dir = Mount { host: &self.output_dir, inside: Path::new(inside::OUTPUT) };
        let output = self.steps.sandbox.seen(&output_dir).join(file);
        self.args.extend(["-o".into(), output.into()]);
        let read_only: Vec<Mount> =
            self.mounts.iter().map(|(host, inside)| Mount { host, inside }).collect();
        let confined = ConfinedCommand {
            purpose: self.purpose,
            read_only: &read_only,
            writable: Some(output_dir),
            program: Path::new(&self.args[0]),
            args: &self.args[1..],
            env: &[
                // Where the linker is looked for.
                ("PATH", "/usr/local/bin:/usr/bin:/bin"),
                // The compiler finds its own parts through /proc, which a sandbox does not have.
                ("LD_LIBRARY_PATH", &self.libraries),
            ],
            limits: self.purpose.limits(),
        };
        let ended = run(self.steps.sandbox.command(&confined), self.steps.token)
            .map_err(|error| Failure::start("rustc", &error))?;
        Ok(ended.step())
    }
}

/// The limits as they stand in the key of every result.
pub fn limits() -> String {
    format!("{:?}", [Purpose::Compile, Purpose::Link, Purpose::Run].map(Purpose::limits))
}

impl<T> Step<T> {
    /// What was made; or how it ended, for whatever was to be made of it.
    pub fn into_result<U>(self) -> Result<T, Step<U>> {
        match self {
            Step::Done(value) => Ok(value),
            Step::Broken(said) => Err(Step::Broken(said)),
            Step::Refused(why) => Err(Step::Refused(why)),
            Step::Doubtful(what) => Err(Step::Doubtful(what)),
        }
    }

    fn map<U>(self, f: impl FnOnce(T) -> U) -> Step<U> {
        self.into_result().map_or_else(|ended| ended, |value| Step::Done(f(value)))
    }
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
    fs::write(path, text).map_err(|error| Failure::file("write", path, &error))
}

/// How a compilation ended.
struct Ended {
    /// `None` when its time was up.
    status: Option<ExitStatus>,
    errors: String,
}

impl Ended {
    fn step(self) -> Step<()> {
        if self.status.is_some_and(|status| status.success()) {
            return Step::Done(());
        }
        let said = diagnostics(&self.errors);
        let in_code = said.iter().any(Diagnostic::is_in_code);
        let rendered: Vec<String> = said.into_iter().map(|said| said.rendered).collect();
        if in_code {
            return Step::Broken(rendered.join("\n\n"));
        }
        let first = rendered.first().map(String::as_str);
        let said = sanitize(first.or(self.errors.lines().next()).unwrap_or_default());
        Step::Doubtful(match self.status {
            None => format!("it was not compiled after {} s", TIME_LIMIT.as_secs()),
            Some(status) => format!("the compiler gave up on it ({status}). {said}"),
        })
    }
}

/// Runs a program that takes and gives nothing but what it says on standard error.
fn run(mut command: Command, token: &CancellationToken) -> io::Result<Ended> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut group = Group::start(&mut command, token)?;
    let stderr = group.child().stderr.take().expect("asked for above");
    let reading = OutputReader::start(move |said: &Mutex<Vec<u8>>| {
        let mut stderr = stderr;
        let mut first = Vec::new();
        // A pipe that cannot be read has ended.
        let _ = stderr.by_ref().take(MOST_SAID).read_to_end(&mut first);
        *said.lock().unwrap_or_else(PoisonError::into_inner) = first;
        Excerpt::read(&Mutex::default(), stderr);
    });
    let until = Instant::now() + TIME_LIMIT;
    let status = group.finish(|_| Instant::now() < until)?;
    if token.is_cancelled() {
        return Err(io::ErrorKind::Interrupted.into());
    }
    Ok(Ended { status, errors: String::from_utf8_lossy(&reading.result()).into_owned() })
}

/// What the compiler said as JSON, a message a line. A last line that was cut off is none.
pub fn diagnostics(errors: &str) -> Vec<Diagnostic> {
    let mut said: Vec<Diagnostic> = errors.lines().filter_map(one_diagnostic).collect();
    said.sort_by_key(|said| !said.is_error);
    said.truncate(MOST_DIAGNOSTICS);
    said
}

/// A message of the compiler. Of one about the instructor's own promises nothing is shown but its first
/// sentence: the rest quotes their source, and that is nobody's but theirs.
fn one_diagnostic(line: &str) -> Option<Diagnostic> {
    let message = json::parse(line.as_bytes())?;
    let first = message.at("message").text().unwrap_or_default().to_owned();
    let mut said = diagnostic(&message, false)?;
    said.rendered = truncate(&said.rendered, LONGEST_DIAGNOSTIC, "…");
    if line.contains(EXTRA_TESTS) {
        said.rendered = format!("error: {first}\n --> {EXTRA_TESTS}");
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::diagnostics;

    #[test]
    fn of_the_instructors_own_promises_no_line_is_quoted() {
        let said = |file: &str| {
            format!(
                r#"{{"level":"error","message":"mismatched types","code":null,"children":[],
                "spans":[{{"file_name":"{file}","is_primary":true,"line_start":3,"column_start":4}}],
                "rendered":"error: mismatched types\n3 | expects(42)"}}"#
            )
            .replace('\n', "")
        };
        let rendered = |file: &str| diagnostics(&said(file)).remove(0).rendered;
        assert!(rendered("tests/course.rs").contains("expects(42)"));
        assert_eq!(rendered("tests/extra.rs"), "error: mismatched types\n --> tests/extra.rs");
    }
}
