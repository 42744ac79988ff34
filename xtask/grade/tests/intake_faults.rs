//! A machine that cannot read what was handed in gives nobody a grade: each call about a submission is
//! made to fail in turn.

#![cfg(target_os = "linux")]

mod grader;

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Everything that looks at a file or a folder. `?`: not every processor has all of them.
const CALLS: &str = "openat,getdents64,?newfstatat,?fstat,?statx,?readlink,read,pread64";

#[test]
fn a_machine_that_fails_at_any_call_about_a_submission_gives_nobody_a_grade() {
    if !grader::is_here() || !strace_is_here() {
        return;
    }
    let folder = grader::folder("intake-faults");
    let class = class(&folder);
    let mut names = BTreeSet::new();
    // The class, and each of its submissions as if it were all there is.
    let alone = ["ada", "bob.rs", "cleo.tar.gz", "dan.zip"].map(|name| class.join(name));
    for submission in [&class].into_iter().chain(&alone) {
        for (name, nth) in calls(submission, &folder) {
            breaks_off_at(submission, &name, nth, &folder.join("out"));
            names.insert(name);
        }
    }
    for name in ["openat", "getdents64", "read", "pread64"] {
        assert!(names.contains(name), "{name} is not in {names:?}");
    }
}

#[track_caller]
fn breaks_off_at(submission: &Path, call: &str, nth: usize, out: &Path) {
    let error = if call == "openat" { "EMFILE" } else { "EIO" };
    let inject = format!("inject={call}:error={error}:when={nth}");
    let grader = grader::command(submission, &["01"], out);
    let broken = traced(submission, &["-o", "/dev/null", "-e", &inject], &grader).output().unwrap();
    let said = String::from_utf8_lossy(&broken.stderr);
    let about = format!("{} with {inject}: {said}", submission.display());
    assert_eq!(broken.status.code(), Some(3), "{about}");
    assert!(said.contains(submission.to_str().unwrap()), "{about}");
    assert!(said.contains("nobody was graded"), "{about}");
    assert!(grader::results(out).is_empty(), "{about}");
}

/// Students who hand in a folder, a file, and an archive of each kind that is read in its own way.
fn class(folder: &Path) -> PathBuf {
    let class = folder.join("class");
    let answer = "pub async fn run_all() -> Vec<u32> { vec![1, 2, 3] }\n";
    grader::write(&class.join("ada/01-gather/src/lib.rs"), answer);
    grader::write(&class.join("bob.rs"), answer);
    let tar = GzEncoder::new(File::create(class.join("cleo.tar.gz")).unwrap(), Compression::fast());
    let mut tar = tar::Builder::new(tar);
    tar.append_path_with_name(class.join("bob.rs"), "gather.rs").unwrap();
    tar.into_inner().unwrap().finish().unwrap();
    // It has no member, but has to be read for that.
    fs::write(class.join("dan.zip"), [&b"PK\x05\x06"[..], &[0; 18]].concat()).unwrap();
    class
}

/// The calls that the grader makes about what is at `submission`: their names, and which of that name.
fn calls(submission: &Path, folder: &Path) -> Vec<(String, usize)> {
    let log = folder.join("calls");
    let mut grader = grader::command(submission, &["01"], &folder.join("out"));
    // That nobody is called so is found out once all is read, and ends it.
    grader.args(["--student", "nobody"]);
    let ended = traced(submission, &["-o", log.to_str().unwrap()], &grader).status().unwrap();
    assert_eq!(ended.code(), Some(2));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let text = fs::read_to_string(log).unwrap();
    let names = text.lines().filter_map(|line| line.split_once('(')).map(|(name, _)| name);
    let numbered = names.map(|name| {
        let nth = seen.entry(name.to_owned()).or_default();
        *nth += 1;
        (name.to_owned(), *nth)
    });
    numbered.collect()
}

/// `command` under strace, which has an eye on what is at `submission` and on nothing else.
fn traced(submission: &Path, options: &[&str], command: &Command) -> Command {
    let mut strace = Command::new("strace");
    strace.args(["-qq", "-e", "signal=none", "-e", &format!("trace={CALLS}")]).args(options);
    for path in everything(submission) {
        strace.arg("-P").arg(path);
    }
    strace.arg(command.get_program()).args(command.get_args());
    strace.current_dir(command.get_current_dir().unwrap());
    strace.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    strace
}

fn everything(submission: &Path) -> Vec<PathBuf> {
    let inside = fs::read_dir(submission).into_iter().flatten().map(|entry| entry.unwrap().path());
    [submission.to_owned()].into_iter().chain(inside.flat_map(|path| everything(&path))).collect()
}

/// Whether there is a strace that is allowed to trace; where there is none, a line says so. CI must
/// have one.
fn strace_is_here() -> bool {
    let mut probe = Command::new("strace");
    probe.args(["-qq", "-e", "trace=none", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    let can = probe.status().is_ok_and(|status| status.success());
    if !can {
        let why = "needs strace, and the permission to trace (apt-get install strace)";
        assert!(env::var("CI").as_deref() != Ok("true"), "{why}");
        eprintln!("skipped: {why}");
    }
    can
}
