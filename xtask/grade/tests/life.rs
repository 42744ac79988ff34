//! The life of a class: broken off, gone on with, changed, looked at beforehand, graded in parts, and on
//! machines that fail. By the program as it is shipped.

#![cfg(target_os = "linux")]

#[path = "life/class.rs"]
mod class;
#[path = "life/processes.rs"]
mod processes;

use class::{BLOCKED, Class, EXITS, Seeded};
use class::{answer, can_grade, is_marked, mark, ran, read, right, wrong};
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid};
use processes::{descendants, lives, runs_a_promise, wait_until};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn a_second_run_grades_nobody() {
    if !can_grade() {
        return;
    }
    let class = small("second");
    class.graded("out", &[]);
    let results = class.at("out/results");
    let times = || {
        let entries = fs::read_dir(&results).unwrap().map(|entry| entry.unwrap());
        let mut times: Vec<_> =
            entries.map(|e| (e.file_name(), e.metadata().unwrap().modified().unwrap())).collect();
        times.sort();
        times
    };
    let (before, files) = (times(), class.files("out"));
    class.graded("out", &[]);
    assert_eq!(times(), before);
    assert!(class.files("out") == files);
}

#[test]
fn a_changed_answer_is_graded_anew_and_no_other() {
    if !can_grade() {
        return;
    }
    let class = Class::of("changed", &[("ada", &wrong()), ("bob", &wrong())]);
    class.hand_in("ada", "02-one-after-another", &answer("02-one-after-another/src/lib.rs"));
    let both = ["--exercise", "02"];
    class.graded("out", &both);
    let (ada, bob) = (class.result_file("out", "ada"), class.result_file("out", "bob"));
    for slug in ["gather", "one-after-another"] {
        mark(&ada, slug);
        mark(&bob, slug);
    }
    class.hand_in("ada", "01-gather", &right());
    class.graded("out", &both);
    assert!(!is_marked(&ada, "gather"));
    assert!(is_marked(&ada, "one-after-another"));
    assert!(is_marked(&bob, "gather") && is_marked(&bob, "one-after-another"));
    assert_eq!(read(&ada)["exercises"]["gather"]["earned"], 10);
}

#[test]
fn a_damaged_result_is_made_again() {
    if !can_grade() {
        return;
    }
    let class = small("damaged");
    class.graded("out", &[]);
    let whole = class.files("out");
    let file = class.result_file("out", "ada");
    let text = fs::read(&file).unwrap();
    for damaged in [&b""[..], &text[..text.len() / 2], b"{}", &[0xff; 100]] {
        fs::write(&file, damaged).unwrap();
        class.graded("out", &[]);
        assert!(class.files("out") == whole);
    }
}

#[test]
fn the_same_class_gives_the_same_bytes() {
    if !can_grade() {
        return;
    }
    let class = Class::of(
        "same",
        &[("ada", &right()), ("bob", &wrong()), ("cleo", BLOCKED), ("dan", EXITS), ("eve", "fn")],
    );
    class.graded("one", &[]);
    class.graded("other", &[]);
    class.assert_same("one", "other");
    assert_eq!(class.earned("one", "ada"), 10.0);
    assert_eq!(class.earned("one", "dan"), 0.0);
}

#[test]
fn runs_killed_at_any_moment_and_gone_on_with_end_alike() {
    if !can_grade() {
        return;
    }
    let class = small("killed");
    let began = Instant::now();
    class.graded("unbroken", &[]);
    let mut whole = began.elapsed();
    let (mut moments, mut killed) = (Seeded(2026), 0);
    for turn in 0.. {
        let out = format!("killed-{turn}");
        let began = Instant::now();
        let mut grader = class.grader(&out, &[]).spawn().unwrap();
        thread::sleep(whole.mul_f64(moments.next()));
        let ended_before = grader.try_wait().unwrap().is_some();
        if ended_before {
            // The machine has less to do than it had.
            whole = began.elapsed();
            continue;
        }
        grader.kill().unwrap();
        grader.wait().unwrap();
        class.graded(&out, &[]);
        class.assert_same("unbroken", &out);
        killed += 1;
        if killed == 20 {
            break;
        }
    }
}

#[test]
fn ctrl_c_ends_everything() {
    if !can_grade() {
        return;
    }
    let class = Class::of("ctrl-c", &[("ada", BLOCKED), ("bob", BLOCKED), ("cleo", BLOCKED)]);
    let mut command = class.grader("out", &[]);
    let mut grader = command.stdout(Stdio::piped()).spawn().unwrap();
    let id = grader.id();
    // The course's own answer keeps its promises in no time: those that run for long are a student's.
    let mut since = None;
    wait_until("no promise was run", || {
        let running = descendants(id).into_iter().any(runs_a_promise);
        let began: Instant = *since.get_or_insert_with(Instant::now);
        if !running {
            since = None;
        }
        running && began.elapsed() > Duration::from_millis(500)
    });
    let all = descendants(id);
    kill(Pid::from_raw(id.cast_signed()), Signal::SIGINT).unwrap();
    assert_eq!(grader.wait().unwrap().code(), Some(130));
    wait_until("a process is left", || !all.iter().any(|id| lives(*id)));
    class.graded("unbroken", &[]);
    // Nobody is given a grade for a promise that was ended with us.
    class.assert_part_of("out", "unbroken");
    class.graded("out", &[]);
    class.assert_same("out", "unbroken");
}

#[test]
fn a_preview_changes_nothing_and_says_what_a_run_then_changes() {
    if !can_grade() {
        return;
    }
    let class = small("preview");
    class.graded("out", &[]);
    let before = class.files("out");
    class.hand_in("bob", "01-gather", &right());
    let said = class.graded("out", &["--preview"]).said;
    assert!(said.contains(" → 10 of 10; now kept: "), "{said}");
    assert!(!said.contains("ada") && !said.contains("cleo"), "{said}");
    assert!(said.contains("1 result would change"), "{said}");
    let mut after = class.files("out");
    after.retain(|path, _| !path.starts_with("preview"));
    assert!(after == before);
    // The run takes what the preview found.
    mark(&class.at("out/preview/bob.json"), "gather");
    class.graded("out", &[]);
    assert!(is_marked(&class.result_file("out", "bob"), "gather"));
    assert_eq!(class.earned("out", "bob"), 10.0);
    let files = class.files("out");
    let changed = |path: &&std::path::PathBuf| files[*path] != before[*path];
    let results = files.keys().filter(|path| path.starts_with("results"));
    assert_eq!(results.filter(changed).count(), 1);
    let said = class.graded("out", &["--preview"]).said;
    assert!(said.contains("Nothing would change, for 3 students."), "{said}");
}

#[test]
fn a_preview_knows_what_points_counted_before() {
    if !can_grade() {
        return;
    }
    let class = small("more-promises");
    class.graded("out", &[]);
    let more = class.at("extra");
    fs::create_dir_all(&more).unwrap();
    let promise = "#[test]\nfn it_takes_two_seconds() -> judge::Kept {\n    \
                   judge::run(gather::run_all).takes(2 * lab::SECOND).kept()\n}\n";
    fs::write(more.join("gather.rs"), promise).unwrap();
    let more = ["--extra-tests", more.to_str().unwrap()];
    let said = class.graded("out", &[more[0], more[1], "--preview"]).said;
    assert!(said.contains("ada: gather 10 → 10 of 10; now kept: it takes two seconds"), "{said}");
    assert!(said.contains("bob: gather 4 → 3.33 of 10"), "{said}");
    assert!(said.contains("2 results would change"), "{said}");
    class.graded("out", &more);
    assert_eq!(class.earned("out", "bob"), 3.33);
}

#[test]
fn one_student_is_graded_again_for_comparison_only() {
    if !can_grade() {
        return;
    }
    let class = small("student");
    class.graded("out", &[]);
    let before = class.files("out");
    let said = class.graded("out", &["--student", "bob"]).said;
    assert!(said.contains("That is what stands in their result."), "{said}");
    assert!(said.contains("✗ the three tasks run at the same time"), "{said}");
    class.hand_in("bob", "01-gather", &right());
    let said = class.graded("out", &["--student", "bob"]).said;
    assert!(said.contains("Their result says otherwise: bob: gather "), "{said}");
    assert!(class.files("out") == before);
    assert_eq!(class.grade("out", &["--student", "nobody"]).code, Some(2));
}

#[test]
fn parts_in_any_order_make_the_whole() {
    if !can_grade() {
        return;
    }
    let (right, wrong) = (right(), wrong());
    let names: Vec<String> = (1..=9).map(|number| format!("student-{number}")).collect();
    let answers = [right.as_str(), &wrong, "fn"];
    let students: Vec<(&str, &str)> =
        names.iter().enumerate().map(|(i, name)| (name.as_str(), answers[i % 3])).collect();
    let class = Class::of("parts", &students);
    class.graded("whole", &[]);
    for part in ["1", "2", "3", "4"] {
        class.graded(part, &["--shard", &format!("{part}/4")]);
    }
    for (out, order) in [("merged", ["1", "2", "3", "4"]), ("otherwise", ["3", "1", "4", "2"])] {
        for _again in 0..2 {
            let merged = class.merge(&order, out);
            assert_eq!(merged.code, Some(0), "{}", merged.said);
            class.assert_same("whole", out);
        }
    }

    let missing = class.merge(&["1", "2", "4"], "missing");
    assert_eq!(missing.code, Some(2));
    assert!(missing.said.contains("part 3/4 is missing"), "{}", missing.said);

    let of_part_2 = fs::read_dir(class.at("2/results")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(of_part_2).unwrap();
    let unfinished = class.merge(&["1", "2", "3", "4"], "unfinished");
    assert_eq!(unfinished.code, Some(3));
    assert!(unfinished.said.contains("not finished"), "{}", unfinished.said);
    assert!(!class.at("unfinished/class.json").exists());

    for (parts, out, why) in [
        (["1", "../parts/1"], "twice", "/1 is named twice"),
        (["1", "2"], "1", "is one of the parts"),
    ] {
        let merged = class.merge(&parts, out);
        assert_eq!(merged.code, Some(2), "{out}");
        assert!(merged.said.contains(why), "{out}: {}", merged.said);
    }
}

#[test]
fn parts_that_do_not_fit_are_not_merged() {
    if !can_grade() {
        return;
    }
    let class = Class::of("misfits", &[("ada", &right())]);
    class.graded("one", &[]);
    class.hand_in("ada", "01-gather", &wrong());
    class.graded("conflict", &[]);
    class.graded("syllabus", &["--exercise", "02"]);
    for (part, why) in [
        ("conflict", "ada has one result in "),
        ("syllabus", "were not graded by the same exercises"),
        ("nowhere", "it has no class.json"),
    ] {
        let merged = class.merge(&["one", part], "merged");
        assert_eq!(merged.code, Some(2), "{part}");
        assert!(merged.said.contains(why), "{part}: {}", merged.said);
        assert!(!class.at("merged/class.json").exists(), "{part}");
    }
}

#[test]
fn a_run_that_is_not_finished_is_no_part() {
    if !can_grade() {
        return;
    }
    let class = Class::of("unfinished", &[("ada", &right()), ("bob", &wrong())]);
    class.graded("out", &[]);
    // Graded anew, but not to the end.
    class.hand_in("ada", "01-gather", &wrong());
    class.hand_in("bob", "01-gather", BLOCKED);
    let old = fs::read(class.result_file("out", "ada")).unwrap();
    let mut grader = class.grader("out", &[]).spawn().unwrap();
    wait_until("ada was not graded", || {
        fs::read(class.result_file("out", "ada")).is_ok_and(|new| new != old)
    });
    grader.kill().unwrap();
    grader.wait().unwrap();
    let merged = class.merge(&["out"], "merged");
    assert_eq!(merged.code, Some(2));
    assert!(merged.said.contains("graded to the end"), "{}", merged.said);
}

#[test]
fn fewer_exercises_do_not_throw_the_other_results_away() {
    if !can_grade() {
        return;
    }
    let class = Class::of("fewer", &[("ada", &right())]);
    class.graded("out", &["--exercise", "02"]);
    let before = class.files("out");
    let fewer = class.grade("out", &[]);
    assert_eq!(fewer.code, Some(2));
    assert!(fewer.said.contains("graded in one-after-another too"), "{}", fewer.said);
    assert!(class.files("out") == before);
    class.graded("out", &["--exercise", "03", "--exercise", "02"]);
}

#[test]
fn two_graders_do_not_work_in_one_folder() {
    if !can_grade() {
        return;
    }
    let class = Class::of("two", &[("ada", BLOCKED)]);
    let mut first = class.grader("out", &[]).spawn().unwrap();
    wait_until("the first does not begin", || class.at("out/.lock").exists());
    let second = class.grade("out", &[]);
    assert_eq!(second.code, Some(3));
    assert!(second.said.contains("another run is grading into"), "{}", second.said);
    assert!(first.wait().unwrap().success());
}

#[test]
fn a_sandbox_that_fails_gives_nobody_a_grade() {
    if !can_grade() {
        return;
    }
    let class =
        Class::of("sandbox-gone", &[("ada", &right()), ("bob", &right()), ("eve", &wrong())]);
    class.graded("whole", &[]);
    // It takes about ten cages to try the course's own answer, and eight for each student.
    for working in [0, 5, 11, 13, 17, 22, 27, 30] {
        let out = format!("out-{working}");
        let gone = class.with_bwrap(&out, &format!("-gt {working}"));
        assert_eq!(gone.code, Some(3), "after {working}: {}", gone.said);
        class.assert_part_of(&out, "whole");
        if working > 10 {
            assert!(gone.said.contains("Nobody has been given a grade"), "{}", gone.said);
        }
        class.graded(&out, &[]);
        class.assert_same("whole", &out);
    }
}

#[test]
fn a_sandbox_that_fails_once_is_tried_again() {
    if !can_grade() {
        return;
    }
    let class = Class::of("sandbox-hiccup", &[("ada", &right()), ("bob", &right())]);
    class.graded("whole", &[]);
    for hiccup in [11, 12, 13, 16, 20, 25] {
        let out = format!("out-{hiccup}");
        let ran = class.with_bwrap(&out, &format!("-eq {hiccup}"));
        assert_eq!(ran.code, Some(0), "{}", ran.said);
        class.assert_same("whole", &out);
    }
}

#[test]
fn a_full_disk_gives_nobody_a_grade() {
    if !can_grade() {
        return;
    }
    if !geteuid().is_root() {
        eprintln!("skipped: only root can mount a small disk");
        return;
    }
    let class = small("disk");
    class.graded("whole", &[]);
    // Where grades are kept.
    let full = class.at("full");
    fs::create_dir_all(&full).unwrap();
    let ran = on_a_small_disk(&full, "20k", class.grader("full", &[]));
    assert_eq!(ran.code, Some(3));
    assert!(ran.said.contains("could not write "), "{}", ran.said);
    assert!(ran.said.contains("Nobody has been given a grade"), "{}", ran.said);
    // Where submissions are compiled: everything fits but for one answer.
    let large = format!("{}\npub static LARGE: [u8; 48 << 20] = [1; 48 << 20];\n", right());
    class.hand_in("dan", "01-gather", &large);
    class.graded("whole", &[]);
    let rooms = class::workspace().join("target/grading");
    fs::create_dir_all(&rooms).unwrap();
    let ran =
        on_a_small_disk(&rooms, &format!("{}k", kit_size() + 24 * 1024), class.grader("out", &[]));
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(ran.said.contains("there is hardly any space left in "), "{}", ran.said);
    class.assert_part_of("out", "whole");
    class.graded("out", &[]);
    class.assert_same("whole", "out");
}

fn small(name: &str) -> Class {
    Class::of(name, &[("ada", &right()), ("bob", &wrong()), ("cleo", "fn")])
}

impl Class {
    /// Grades with a `bwrap` that fails in its n-th call, where `n` is such.
    fn with_bwrap(&self, out: &str, fails: &str) -> class::Ran {
        let folder = self.at(&format!("path-{out}"));
        fs::create_dir_all(&folder).unwrap();
        let calls = folder.join("calls");
        let script = format!(
            "#!/bin/sh\n\
             printf x >> {calls}\n\
             if [ $(/usr/bin/wc -c < {calls}) {fails} ]; then\n\
             echo 'bwrap: Creating new namespace failed: No space left on device' >&2\n\
             exit 1\n\
             fi\n\
             exec {real} \"$@\"\n",
            calls = calls.display(),
            real = bwrap().display()
        );
        let file = folder.join("bwrap");
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, PermissionsExt::from_mode(0o755)).unwrap();
        let path = std::env::var("PATH").unwrap();
        ran(self.grader(out, &[]).env("PATH", format!("{}:{path}", folder.display())))
    }
}

fn bwrap() -> std::path::PathBuf {
    let path = std::env::var_os("PATH").unwrap();
    std::env::split_paths(&path).map(|dir| dir.join("bwrap")).find(|file| file.is_file()).unwrap()
}

/// Runs a program for which `place` is a disk of this size.
fn on_a_small_disk(place: &Path, size: &str, command: Command) -> class::Ran {
    let mut small = Command::new("unshare");
    let mount = "mount -t tmpfs -o size=$1 tmpfs \"$2\" && shift 2 && exec \"$@\"";
    small.args(["--mount", "sh", "-c", mount, "sh", size]).arg(place);
    small.arg(command.get_program()).args(command.get_args());
    ran(small.current_dir(command.get_current_dir().unwrap()))
}

/// What the libraries that answers are compiled with take at most, in KiB.
fn kit_size() -> u64 {
    let folder = class::workspace().join("target/exercise/deps");
    let mut largest: BTreeMap<String, u64> = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap()) {
        let name = file.file_name().into_string().unwrap();
        if let Some((name, _hash)) = name.rsplit_once('-')
            && file.path().extension().is_some_and(|kind| kind == "rlib" || kind == "so")
        {
            let size = largest.entry(name.to_owned()).or_default();
            *size = file.metadata().unwrap().len().max(*size);
        }
    }
    largest.values().sum::<u64>() / 1024
}
