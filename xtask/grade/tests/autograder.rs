//! What platforms grade with by themselves, run as they run it: by an ordinary user in a place that allows
//! no namespaces, and as a workflow's steps.
#![cfg(target_os = "linux")]

mod grader;

use flate2::read::DeflateDecoder;
use grader::{folder, is_here, root, write};
use rawzip::ZipArchive;
use serde_json::Value;
use std::env;
use std::fs::{self, Permissions};
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const GRADER: &str = env!("CARGO_BIN_EXE_xtask-grade");

const RIGHT: &str = "../../solutions/01-gather/src/lib.rs";

#[test]
fn gradescopes_zip_grades_like_a_class_without_privileges() {
    if !is_here() {
        return;
    }
    let base = folder("gradescope-zip");
    let autograder = Autograder::unpacked(&base, &[]);
    autograder.compile_nothing_again();
    let class = base.join("class");
    let submissions = submissions(&autograder.source().join("course"));
    for (name, file, text) in &submissions {
        write(&class.join(name).join(file), text);
    }
    let mut grade = grader::command(&class, &["01"], &base.join("out"));
    let graded = grade.args(["--yes", "--missing-as", "0"]).output().unwrap();
    assert!(graded.status.success(), "{}", said(&graded));
    assert_eq!(grader::results(&base.join("out")).len(), submissions.len());
    for (name, ..) in &submissions {
        let mut here =
            autograder.results(&class.join(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
        let expected = fs::read(base.join(format!("out/gradescope/{name}/results.json"))).unwrap();
        let mut expected: Value = serde_json::from_slice(&expected).unwrap();
        let tier = here["extra_data"]["tier"].take();
        assert_eq!(tier, "without namespaces: seccomp, landlock, limits per process");
        expected["extra_data"]["tier"].take();
        // Of an attack, what stops it may differ, and so what is said. What it earns doesn't.
        assert_eq!(here["score"], expected["score"], "{name}");
        if !ATTACKS.contains(&&name[..]) {
            assert_eq!(here, expected, "{name}");
        }
    }
}

const ATTACKS: [&str; 5] = ["blocks", "reads", "includes", "connects", "starts-threads"];

#[test]
fn a_grader_that_fails_leaves_no_result() {
    if !is_here() {
        return;
    }
    let base = folder("gradescope-fails");
    let autograder = Autograder::unpacked(&base, &[]);
    autograder.compile_nothing_again();
    let solution = autograder.source().join("course/solutions/01-gather/src/lib.rs");
    let wrong = "pub mod given;\npub async fn run_all() -> Vec<u32> { Vec::new() }\n";
    fs::write(solution, wrong).unwrap();
    let submission = base.join("ada");
    write(&submission.join("gather.rs"), &fs::read_to_string(RIGHT).unwrap());
    let why =
        autograder.results(&submission).expect_err("it is the course's own answer that fails");
    assert!(why.contains("the course's own answer to gather breaks"), "{why}");
}

#[test]
#[ignore = "compiles the grader anew; CI has compiled it already"]
fn gradescopes_setup_makes_all_that_grading_needs() {
    let base = folder("gradescope-setup");
    let autograder = Autograder::unpacked(&base, &[]);
    let setup = autograder.script("setup.sh");
    assert!(setup.status.success(), "{}", said(&setup));
    let submission = base.join("ada");
    write(&submission.join("lib.rs"), &fs::read_to_string(RIGHT).unwrap());
    let results = autograder.results(&submission).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(results["score"], 10);
}

#[test]
fn promises_of_the_instructors_own_are_in_the_zip() {
    let base = folder("gradescope-extra");
    let promise = "#[test]\nfn own() {}\n";
    write(&base.join("promises/gather.rs"), promise);
    let promises = base.join("promises");
    let autograder = Autograder::unpacked(&base, &["--extra-tests", promises.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(autograder.source().join("extra/gather.rs")).unwrap(), promise);
    let script = fs::read_to_string(autograder.source().join("grade")).unwrap();
    assert!(script.contains("--extra-tests \"$source/extra\""), "{script}");
}

#[test]
fn the_steps_of_the_workflow_grade_and_report() {
    if !is_here() {
        return;
    }
    let base = folder("workflow");
    let made = Command::new(GRADER)
        .args(["autograder", "github-classroom", "--course", "ada/course@v1", "--exercise", "01"])
        .args(["--seed", "2026", "--out"])
        .arg(&base)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", said(&made));
    let workflow = fs::read_to_string(base.join(".github/workflows/classroom.yml")).unwrap();
    assert!(workflow.contains("repository: ada/course\n          ref: v1\n"), "{workflow}");

    write(
        &base.join("class/submission/exercises/01-gather/src/lib.rs"),
        &fs::read_to_string(RIGHT).unwrap(),
    );
    std::os::unix::fs::symlink(root(), base.join("course")).unwrap();
    // `cargo xtask grade` is the grader that is tested here; cargo does everything else.
    let cargo = env::var("CARGO").unwrap();
    let shim = format!(
        "#!/bin/sh\n[ \"$1 $2\" = 'xtask grade' ] || exec '{cargo}' \"$@\"\nshift 2\nexec '{GRADER}' \"$@\"\n"
    );
    write(&base.join("bin/cargo"), &shim);
    fs::set_permissions(base.join("bin/cargo"), Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", base.join("bin").display(), env::var("PATH").unwrap());
    let file = |name: &str| base.join(name);
    let step = Command::new("bash")
        .args(["-e", "-c", &step(&workflow, "Grade")])
        .env("PATH", path)
        .env("GITHUB_WORKSPACE", &base)
        .env("GITHUB_ENV", file("env"))
        .env("GITHUB_OUTPUT", file("output"))
        .env("GITHUB_STEP_SUMMARY", file("summary"))
        .current_dir(&base)
        .output()
        .unwrap();
    assert!(step.status.success(), "{}", said(&step));
    let text = |name: &str| fs::read_to_string(file(name)).unwrap();
    let runners = text("output");
    let runners: Vec<&str> = runners.trim().strip_prefix("runners=").unwrap().split(',').collect();
    assert_eq!(runners.first(), Some(&"e01p01"));
    let variables = text("env");
    for runner in runners {
        let name = format!("{}_RESULTS=", runner.to_uppercase());
        assert!(variables.lines().any(|line| line.starts_with(&name)), "{variables}");
    }
    assert!(text("summary").contains("10 of 10"), "{}", text("summary"));

    let configuration = fs::read(base.join(".github/classroom/autograding.json")).unwrap();
    let configuration: Value = serde_json::from_slice(&configuration).unwrap();
    assert_eq!(configuration["tests"][0]["run"], "cargo xtask check 01");
    assert_eq!(configuration["tests"][0]["points"], 10);
}

/// What a step of a workflow runs.
fn step(workflow: &str, name: &str) -> String {
    let mut lines = workflow.lines().skip_while(|line| line.trim() != format!("- name: {name}"));
    lines.find(|line| line.trim() == "run: |").expect("it runs something");
    let body = lines.map_while(|line| line.strip_prefix("          "));
    body.collect::<Vec<_>>().join("\n")
}

/// Answers to the first exercise, each by name: what the file is called, and what is in it. Those that look
/// for the course find it in this folder.
fn submissions(course: &Path) -> Vec<(String, String, String)> {
    let attack = |name: &str| {
        let text = fs::read_to_string(format!("tests/attacks/gather/{name}.rs")).unwrap();
        text.replace("@COURSE@", course.to_str().unwrap())
    };
    let right = fs::read_to_string(RIGHT).unwrap();
    let skeleton = fs::read_to_string("../../solutions/01-gather/start.rs").unwrap();
    [
        ("right", "gather.rs", right.clone()),
        ("in-its-folder", "exercises/01-gather/src/lib.rs", right.clone()),
        ("only-file", "main.rs", right),
        ("skeleton", "gather.rs", skeleton),
        ("does-not-compile", "gather.rs", "fn".to_owned()),
        ("empty", "notes.txt", "nothing".to_owned()),
        ("blocks", "gather.rs", attack("blocks_for_ever")),
        ("reads", "gather.rs", attack("reads_what_it_can")),
        ("includes", "gather.rs", attack("includes_the_solution")),
        ("connects", "gather.rs", attack("uses_the_network")),
        ("starts-threads", "gather.rs", attack("starts_threads_without_end")),
    ]
    .map(|(name, file, text)| (name.to_owned(), file.to_owned(), text))
    .into()
}

/// Gradescope's `/autograder`, in a folder.
struct Autograder(PathBuf);

impl Autograder {
    fn unpacked(base: &Path, options: &[&str]) -> Autograder {
        let zip = base.join("autograder.zip");
        let made = Command::new(GRADER)
            .args(["autograder", "gradescope", "--exercise", "01", "--seed", "2026", "--out"])
            .arg(&zip)
            .args(options)
            .current_dir(root())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", said(&made));
        let autograder = Autograder(base.join("autograder"));
        unpack(&zip, &autograder.source());
        fs::copy(autograder.source().join("run_autograder"), autograder.0.join("run_autograder"))
            .unwrap();
        autograder
    }

    fn source(&self) -> PathBuf {
        self.0.join("source")
    }

    /// In the place of what `setup.sh` compiles: this grader, and libraries of an earlier run of this test.
    fn compile_nothing_again(&self) {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gradescope-target");
        fs::create_dir_all(&kept).unwrap();
        let target = self.source().join("course/target");
        std::os::unix::fs::symlink(kept, &target).unwrap();
        fs::create_dir_all(target.join("runner")).unwrap();
        fs::copy(GRADER, target.join("runner/xtask-grade")).unwrap();
    }

    /// What it leaves behind for a submission.
    fn results(&self, submission: &Path) -> Result<Value, String> {
        let (path, results) = (self.0.join("submission"), self.0.join("results"));
        let _ = fs::remove_file(&path);
        let _ = fs::remove_dir_all(&results);
        fs::rename(submission, &path).unwrap();
        let ran = self.script("../run_autograder");
        fs::rename(&path, submission).unwrap();
        let results = fs::read(results.join("results.json")).map_err(|_| said(&ran))?;
        assert!(ran.status.success(), "{}", said(&ran));
        Ok(serde_json::from_slice(&results).unwrap())
    }

    /// Runs a script as an ordinary user, where nobody can make a namespace or has any other right.
    fn script(&self, name: &str) -> Output {
        let ordinary = ["--unshare-user", "--uid", "1000", "--gid", "1000", "--disable-userns"];
        Command::new("bwrap")
            .args(ordinary)
            .args(["--cap-drop", "ALL", "--dev-bind", "/", "/", "--", "sh"])
            .arg(self.source().join(name))
            .env_remove("CARGO_TARGET_DIR")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }
}

fn unpack(zip: &Path, to: &Path) {
    let bytes = fs::read(zip).unwrap();
    let archive = ZipArchive::from_slice(&bytes).unwrap();
    for entry in archive.entries() {
        let entry = entry.unwrap();
        let path = to.join(str::from_utf8(entry.file_path().as_bytes()).unwrap());
        let mut text = Vec::new();
        let packed = archive.get_entry(entry.wayfinder()).unwrap();
        packed.verifying_reader(DeflateDecoder::new(packed.data())).read_to_end(&mut text).unwrap();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}
