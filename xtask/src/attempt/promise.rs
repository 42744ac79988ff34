//! One promise put to the test, in a process of its own.
//!
//! What the process prints and how it exits prove nothing: the learner's code runs in it. The proof
//! is the judge's report, under a nonce that this process was told and the learner's code was not.

use super::capture::{Excerpt, Output, OutputReader};
use super::no_report;
use crate::failure::Failure;
use crate::process::{self, CancellationToken, Group, locked_files};
use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use verdict::report_protocol::{PANIC, Part, Request, STDIN, VARIABLE, asked};
use verdict::{Report, text};

/// How long one promise may take. The judge ends every run of its own within two seconds or so; this
/// is for what the judge cannot end, such as a process that does not let go.
const TIME_LIMIT: Duration = Duration::from_secs(20);

/// How much longer it may take on a busy machine: as long as it only waited for a core, and no longer
/// than this.
const MAX_EXTENSION: Duration = Duration::from_secs(40);

/// What became of a promise.
pub struct Promise {
    /// The test's name.
    pub name: String,
    /// Where it is stated: `exercises/01-gather/tests/gather.rs:15`; `None` where nobody asked.
    pub place: Option<String>,
    /// The judge's report, or ours where the judge never came to give one.
    pub report: Report,
    /// Whether the judge gave it.
    pub judged: bool,
    /// What the learner's code printed.
    pub printed: String,
    /// Whether the process itself claimed success. It proves nothing, and is of use only to find a
    /// test that passes without the judge.
    pub claims_success: bool,
}

impl Promise {
    pub fn kept(&self) -> bool {
        self.judged && self.report.kept()
    }

    /// Whether it came to a part that is still to be written.
    pub fn is_unwritten(&self) -> bool {
        let finding = self.report.finding.as_ref();
        finding.and_then(|finding| finding.misconception.as_deref()) == Some("unwritten")
    }

    pub fn words(&self) -> String {
        text::words(&self.name)
    }
}

/// The names of a test program's tests, in the order of their source: that is the order in which
/// they teach. (libtest sorts them by name.)
pub fn names(program: &Path, source: Option<&PathBuf>) -> Result<Vec<String>, Failure> {
    let mut list = Command::new(program);
    list.args(["--list", "--format", "terse"]).stdin(Stdio::null());
    let output = locked_files::retry(
        || list.output(),
        |ran| ran.as_ref().is_err_and(locked_files::is_locked),
    )
    .map_err(|error| Failure::file("run", program, &error))?;
    if !output.status.success() {
        let (program, status) = (program.display(), output.status);
        let said = String::from_utf8_lossy(&output.stderr);
        let why = format!("{program} does not tell its tests: {status}\n\n{}", said.trim());
        return Err(Failure::machine(why.trim()));
    }
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut names: Vec<String> =
        listed.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect();
    let source = source.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    names.sort_by_key(|name| line_of(name, &source).unwrap_or(usize::MAX));
    Ok(names)
}

/// The line of `source` in which the test of this name begins, counted from 1.
pub fn line_of(name: &str, source: &str) -> Option<usize> {
    let short = name.rsplit("::").next().unwrap_or(name);
    let start = format!("fn {short}(");
    source.lines().position(|line| line.contains(&start)).map(|index| index + 1)
}

/// Puts promises to the test side by side: for each, whose it is, the program and the test's name.
/// What is promised of any input is tried on inputs that are drawn from `seed`. The results come back by owner, in the order given; once `token` is cancelled, in an error.
pub fn test_all(
    promises: Vec<(String, PathBuf, String)>,
    seed: u64,
    token: &CancellationToken,
) -> Result<BTreeMap<String, Vec<Promise>>, Failure> {
    let owners: Vec<String> = promises.iter().map(|(owner, ..)| owner.clone()).collect();
    let waiting: VecDeque<_> = promises.into_iter().enumerate().collect();
    let waiting = Mutex::new(waiting);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let (sender, results) = channel();
    thread::scope(|scope| {
        for _ in 0..parallelism().min(owners.len()) {
            let sender = sender.clone();
            scope.spawn(move || {
                while let Some((index, (_, program, name))) = next() {
                    let tested = test(&program, &name, seed, token)
                        .map_err(|error| Failure::file("run", &program, &error));
                    if sender.send((index, tested)).is_err() {
                        return;
                    }
                }
            });
        }
    });
    drop(sender);
    let mut in_order: Vec<(usize, Result<Promise, Failure>)> = results.iter().collect();
    in_order.sort_by_key(|(index, _)| *index);
    let mut by_owner: BTreeMap<String, Vec<Promise>> = BTreeMap::new();
    for (index, tested) in in_order {
        by_owner.entry(owners[index].clone()).or_default().push(tested?);
    }
    Ok(by_owner)
}

/// More than there are cores: a blocked answer only waits to be given up on.
fn parallelism() -> usize {
    4 * thread::available_parallelism().map_or(2, usize::from)
}

fn test(program: &Path, name: &str, seed: u64, token: &CancellationToken) -> io::Result<Promise> {
    let mut command = Command::new(program);
    command.args(arguments(name)).envs(ENVIRONMENT);
    run_promise(command, name, seed, token)
}

/// What a test program is to be told for one of its tests.
pub fn arguments(name: &str) -> [&str; 4] {
    ["--exact", name, "--nocapture", "--test-threads=1"]
}

/// The environment variables that the judge and std need of whoever starts a test program.
pub const ENVIRONMENT: [(&str, &str); 2] = [(VARIABLE, STDIN), ("RUST_BACKTRACE", "0")];

/// Puts one promise to the test: `command` starts the test program, however it is wrapped, for the
/// test `name`.
pub fn run_promise(
    mut command: Command,
    name: &str,
    seed: u64,
    token: &CancellationToken,
) -> io::Result<Promise> {
    let request = Request { nonce: nonce(), seed, part: Part::All };
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let began = Instant::now();
    let mut group = Group::start(&mut command, token)?;
    let child = group.child();
    let stdin = child.stdin.take();
    let stdout = child.stdout.take().expect("asked for above");
    let stderr = child.stderr.take().expect("asked for above");
    let under = request.nonce.clone();
    let output =
        OutputReader::start(move |output: &Mutex<Output>| Output::read(output, stdout, &under));
    let errors = OutputReader::start(move |errors: &Mutex<Excerpt>| Excerpt::read(errors, stderr));
    if let Some(mut stdin) = stdin {
        // A program that ended already reads nothing; then there is no report either.
        let _ = stdin.write_all(request.write().as_bytes());
    }
    let status = group.finish(|id| {
        let taken = began.elapsed();
        taken < TIME_LIMIT || taken < TIME_LIMIT + process::waited_for_a_core(id).min(MAX_EXTENSION)
    })?;
    let (output, errors) = (output.result(), errors.result());

    let report = output.report();
    let judged = report.is_some();
    let report = report.unwrap_or_else(|| no_report::report(status, &errors.text()));
    let printed = printed(&output.printed.text(), &errors.text(), name);
    let claims_success = status.is_some_and(|status| status.success());
    Ok(Promise { name: name.to_owned(), place: None, report, judged, printed, claims_success })
}

/// A promise about any input that was put to the test by two processes.
pub struct JudgedOutside {
    pub promise: Promise,
    /// Whether a run of the answer was recorded, if only the first. Without, the process of the answer ended
    /// in that run, or what it sent was no record.
    pub recorded: bool,
}

/// Puts one promise about any input to the test, `name`, in two processes: `recorder` starts the program with
/// the answer, which records what is seen of it, and `judge` one without it, which asks for runs and compares.
///
/// What the recorder sends goes to the judge as it is: lines of a bounded length, read by nobody else.
pub fn put_to_test_outside(
    mut recorder: Command,
    mut judge: Command,
    name: &str,
    seed: u64,
    token: &CancellationToken,
) -> io::Result<JudgedOutside> {
    let nonce = nonce();
    let request = |part| Request { nonce: nonce.clone(), seed, part }.write();
    for command in [&mut recorder, &mut judge] {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
    }
    recorder.stderr(Stdio::piped());
    judge.stderr(Stdio::null());
    let began = Instant::now();
    let mut recorder = Group::start(&mut recorder, token)?;
    let mut judge = Group::start(&mut judge, token)?;
    let (mut to_recorder, from_recorder) = pipes(&mut recorder);
    let (mut to_judge, from_judge) = pipes(&mut judge);
    let errors = recorder.child().stderr.take().expect("asked for above");
    // Of one that has ended already nothing is heard, and that is told below.
    let _ = to_recorder.write_all(request(Part::Record).as_bytes());
    let _ = to_judge.write_all(request(Part::Compare).as_bytes());

    let errors = OutputReader::start(move |place: &Mutex<Excerpt>| Excerpt::read(place, errors));
    let under = nonce.clone();
    let recorded = OutputReader::start(move |output: &Mutex<Output>| {
        Output::read_with(output, from_recorder, &under, |_, line| {
            to_judge.write_all(&[line, b"\n"].concat()).is_ok()
        });
    });
    let (under, asks) = (nonce, Arc::new(AtomicUsize::new(0)));
    let counted = asks.clone();
    let verdict = OutputReader::start(move |output: &Mutex<Output>| {
        Output::read_with(output, from_judge, &under, |evidence, line| match asked(&under, line) {
            Some(run) => {
                counted.fetch_add(1, Relaxed);
                to_recorder.write_all(format!("{run}\n").as_bytes()).is_ok()
            }
            None => evidence.take(&under, line),
        });
    });

    let waited = process::waited_for_a_core;
    let recorder_id = recorder.id();
    let ended = judge.finish(|id| {
        let (taken, more) = (began.elapsed(), || waited(id) + waited(recorder_id));
        taken < TIME_LIMIT || taken < TIME_LIMIT + more().min(MAX_EXTENSION)
    })?;
    let report = verdict.result().report();
    // It has nothing more to do. Where it was what went wrong, it says how it ended.
    let until = Instant::now() + if ended.is_some() { LAST_STEPS } else { Duration::ZERO };
    let judged = report.is_some();
    let status = recorder.finish(|_| !judged && Instant::now() < until)?;
    let (output, errors) = (recorded.result(), errors.result());
    let report = report.unwrap_or_else(|| no_report::report(status, &errors.text()));
    let printed = printed(&output.printed.text(), &errors.text(), name);
    let promise = Promise {
        name: name.to_owned(),
        place: None,
        report,
        judged,
        printed,
        claims_success: judged,
    };
    Ok(JudgedOutside { promise, recorded: judged || asks.load(Relaxed) > 1 })
}

/// How long a process may take to end that nobody asks for anything any more.
const LAST_STEPS: Duration = Duration::from_secs(1);

/// What leads to a process and from it, where both were asked for.
fn pipes(group: &mut Group) -> (ChildStdin, ChildStdout) {
    let child = group.child();
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    (stdin.expect("asked for"), stdout.expect("asked for"))
}

/// 128 bits that nobody can guess: the standard library seeds its hashers from the system's own
/// randomness, which spares a dependency.
fn nonce() -> String {
    let half = || RandomState::new().hash_one(std::process::id());
    format!("{:016x}{:016x}", half(), half())
}

/// What the learner's code printed, on either output (`dbg!` uses the other one), without what the
/// test harness and the judge put around it.
fn printed(output: &str, errors: &str, name: &str) -> String {
    let output = output.trim_start_matches('\n');
    let output = output.strip_prefix("running 1 test\n").unwrap_or(output);
    let output = output.strip_prefix(&format!("test {name} ... ")).unwrap_or(output);
    let errors = errors.lines().filter(|line| !line.starts_with(PANIC));
    let lines = output.trim_end().lines().chain(errors);
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}
