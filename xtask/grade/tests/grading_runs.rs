//! Whole runs of the grader, by the program as it is shipped: interrupted, resumed, changed, previewed, graded
//! in parts, and on machines that fail.

#![cfg(target_os = "linux")]

#[path = "grading_runs/batches.rs"]
mod batches;
#[path = "grading_runs/class.rs"]
mod class;
#[path = "grader/here.rs"]
mod here;
#[path = "grading_runs/machine.rs"]
mod machine;
#[path = "grading_runs/parts.rs"]
mod parts;
#[path = "grading_runs/points.rs"]
mod points;
#[path = "grading_runs/processes.rs"]
mod processes;
#[path = "grading_runs/seeds.rs"]
mod seeds;

use class::{BLOCKED, Class, EXITS, Seeded};
use class::{answer, is_marked, mark, read, right, wrong};
use here::is_here;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use processes::{descendants, lives, runs_a_promise, wait_until};
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn a_second_run_grades_nobody() {
    if !is_here() {
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
    if !is_here() {
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
    if !is_here() {
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
    if !is_here() {
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
    if !is_here() {
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
    if !is_here() {
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
    if !is_here() {
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
    if !is_here() {
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
    assert!(said.contains("bob: gather 3.33 → 2.86 of 10"), "{said}");
    assert!(said.contains("2 results would change"), "{said}");
    class.graded("out", &more);
    assert_eq!(class.earned("out", "bob"), 2.86);
}

#[test]
fn one_student_is_graded_again_for_comparison_only() {
    if !is_here() {
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
fn fewer_exercises_do_not_throw_the_other_results_away() {
    if !is_here() {
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
    if !is_here() {
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

fn small(name: &str) -> Class {
    Class::of(name, &[("ada", &right()), ("bob", &wrong()), ("cleo", "fn")])
}
