//! Whatever a learner, an answer or a machine does: a clear message, the right exit code, nothing
//! lost, and nothing left behind.

mod support;

use std::fs;
use std::process::Stdio;
use support::{Course, IN_TURN, RIGHT, ran};
#[cfg(target_os = "linux")]
use {
    std::process::Command,
    std::thread,
    std::time::Duration,
    support::processes::{heeds_hangups, lives, sleeper, soon, written},
    support::started_by,
};

#[test]
fn a_name_that_is_no_exercise_or_could_be_two() {
    let course = Course::new("bad-name-black");
    course.numbered("02", "bad-name-green");
    for command in ["check", "hint", "run", "verify"] {
        course
            .xtask(&[command, "bad-nam-green"])
            .says(2, &["there is no exercise \"bad-nam-green\". Did you mean \"bad-name-green\"?"]);
        course.xtask(&[command, "7"]).says(2, &["there is no exercise \"7\".", "xtask list"]);
        course.xtask(&[command, "bad-name"]).says(
            2,
            &["\"bad-name\" could be 01-bad-name-black and 02-bad-name-green. Which one?"],
        );
    }
    course.xtask(&["check", ""]).says(2, &["there is no exercise \"\""]);
    course.xtask(&["chek"]).says(2, &["Did you mean \"check\"?"]);
    course.xtask(&["check", "01", "02"]).says(2, &["what is \"02\" here?"]);
    course.xtask(&["check", "--al"]).says(2, &["--al", "cargo xtask help"]);
}

#[test]
fn a_name_that_is_no_text() {
    #[cfg(unix)]
    {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let course = Course::new("bad-name-bytes");
        ran(course.command(&["check"]).arg(OsStr::from_bytes(b"\xff\xfe"))).says(2, &["error: "]);
    }
}

#[test]
fn outside_a_course_and_deep_inside_one() {
    let course = Course::new("bad-place");
    // `/`, or `C:\` where that is the top.
    let top = std::path::absolute("/").unwrap();
    let outside = format!("{} is not inside a course", top.display());
    ran(course.command(&["check"]).current_dir(&top)).says(2, &[&outside]);

    let inside = course.root.join(course.exercise("src"));
    ran(course.command(&["check"]).current_dir(&inside)).says(1, &["01 · Tea", "boil the water"]);
    ran(course.command(&["hint", "."]).current_dir(&inside)).says(0, &["hint 1 of 3"]);
    ran(course.command(&["hint", "lib.rs"]).current_dir(&inside)).says(0, &["hint 1 of 3"]);
    assert!(course.root.join("progress.txt").is_file());
}

#[test]
fn a_course_without_exercises_or_with_manifests_that_cannot_be_read() {
    let course = Course::new("bad-course");
    course.write(&course.exercise("Cargo.toml"), "[package\n");
    course
        .xtask(&["check"])
        .says(3, &["cargo can't read exercises/01-bad-course/Cargo.toml.", "unclosed table"]);
    course.remove(&course.exercise(""));
    course.xtask(&["check"]).says(
        3,
        &["exercises/01-bad-course has no Cargo.toml", "exercises/01-bad-course/Cargo.toml"],
    );
    // A package whose folder has no number is no exercise.
    course.replace("Cargo.toml", "exercises/01-bad-course", "exercises/tea");
    course.write(
        "exercises/tea/Cargo.toml",
        "[package]\nname = \"tea\"\n\n[lib]\npath = \"lib.rs\"\n",
    );
    course.write("exercises/tea/lib.rs", "");
    course.xtask(&["check"]).says(2, &["there is no exercise in"]);
}

#[test]
fn whatever_is_missing_or_changed_is_named_with_the_way_back() {
    let course = Course::new("bad-missing");
    let answer = course.exercise("src/lib.rs");
    let before_check = |code: &str| {
        course.answer(code);
        course.xtask(&["check"])
    };
    let start = course.solution("start.rs");

    // The function is gone, and so is everything.
    for (case, text) in [("function", "//! Tea.\n"), ("emptied", ""), ("spaces", " \n\n")] {
        course.write(&answer, text);
        let screen = course.xtask(&["check"]).says(
            1,
            &[
                "does not fit its tests",
                "brew",
                "Your file compiles, but the tests can't call it",
                &start,
            ],
        );
        assert!(!screen.contains("kept"), "{case}: {screen}");
    }
    before_check("\npub async fn brew(cups: u32) -> u32 {\n    cups\n}\n")
        .says(1, &["the tests can't call it"]);

    // The compiler's own words for the learner's own file, and one line with where to start.
    let path = format!("Start at {answer}:7:2");
    let unbalanced = before_check("\npub async fn brew() -> u32 {\n    7\n}}\n");
    unbalanced.says(1, &["does not compile", "unexpected closing delimiter", &path]);
    let summary = ["could not compile", "aborting due to"];
    let screen = &unbalanced.stdout;
    assert!(!summary.iter().any(|said| screen.contains(said)), "{screen}");
    fs::write(course.root.join(&answer), b"\xff\xfe\x00").unwrap();
    course.xtask(&["check"]).says(1, &["valid UTF-8", &answer]);

    course.remove(&answer);
    course
        .xtask(&["check"])
        .says(1, &["Your file is gone", &answer, "git checkout --", "xtask reset 01"]);
    course.answer(RIGHT);

    let tests = course.read(&course.test_file());
    let model = course.read(&course.exercise("tests/model/mod.rs"));
    course.write(&course.test_file(), "// Nothing is promised any more.\n");
    course.xtask(&["check"]).says(1, &["The promises are gone", "git checkout --"]);
    course.remove(&course.test_file());
    course.xtask(&["check"]).says(1, &["The promises are gone", "git checkout --"]);
    course.remove(&course.exercise("tests"));
    course.xtask(&["check"]).says(1, &["The promises are gone", "git checkout --"]);
    course.write(&course.test_file(), &tests);
    let screen =
        course.xtask(&["check"]).says(1, &["Note: tests/model/mod.rs isn't", "git checkout --"]);
    assert!(!screen.contains("the tests can't call it"), "{screen}");
    course.write(&course.exercise("tests/model/mod.rs"), &model);

    let manifest = course.read(&course.exercise("Cargo.toml"));
    course.write(
        &course.exercise("Cargo.toml"),
        &manifest.replace("name = \"bad-missing\"", "name = \"my-tea\""),
    );
    course.xtask(&["check"]).says(1, &["says name = \"my-tea\"", "git checkout --"]);
    course.write(&course.exercise("Cargo.toml"), &manifest);

    course.remove(&course.exercise("hints.md"));
    course.xtask(&["hint"]).says(3, &["could not read", "hints.md"]);

    // All is well again, and nothing was lost on the way.
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
}

#[test]
fn an_answer_that_never_ends_is_ended() {
    let course = Course::new("bad-endless");
    let verdict = |code: &str, parts: &[&str]| {
        course.answer(code);
        course.xtask(&["check"]).says(1, parts);
    };
    verdict(
        "\npub async fn brew() -> u32 {\n    loop {\n        std::hint::spin_loop();\n    }\n}\n",
        &["The thread was blocked at the very start", "1 more is broken for the same reason"],
    );
    verdict(
        r#"
pub async fn brew() -> u32 {
    fetch("water", SECOND).await;
    let spinning = tokio::spawn(async { loop { std::hint::spin_loop() } });
    spinning.await.unwrap()
}
"#,
        &["The thread was blocked at 1 s"],
    );
    verdict(
        "\npub async fn brew() -> u32 {\n    loop {\n        tokio::task::yield_now().await;\n    }\n}\n",
        &["It never ended: it was polled more than 10 000 times"],
    );
    verdict(
        r#"
pub async fn brew() -> u32 {
    let cups = std::sync::Mutex::new(7);
    let first = cups.lock().unwrap();
    let second = cups.lock().unwrap();
    *first + *second
}
"#,
        &["The thread was blocked", "a lock or channel of std"],
    );
    verdict(
        "\npub async fn brew() -> u32 {\n    std::future::pending().await\n}\n",
        &["It never ended: nothing ever began in 30 days of simulated time."],
    );
    verdict(
        r#"
pub async fn brew() -> u32 {
    let mut out = std::io::stdout().lock();
    loop {
        std::io::Write::write_all(&mut out, b"tea?\n").unwrap();
    }
}
"#,
        &["The thread was blocked", "It printed: | tea?"],
    );
    // What it prints without end does not hide the verdict.
    verdict(
        "\npub async fn brew() -> u32 {\n    loop {\n        println!(\"tea?\");\n    }\n}\n",
        &["The thread was blocked", "It printed: | tea?"],
    );
}

#[test]
fn an_answer_that_ends_everything_proves_nothing() {
    let course = Course::new("bad-exits");
    let verdict = |code: &str, parts: &[&str]| {
        course.answer(code);
        let screen = course.xtask(&["check"]).says(1, parts);
        assert!(screen.contains("0 of 2 promises kept"), "{screen}");
    };
    let unjudged = "The whole program was ended before the promise could be judged";
    verdict(
        "\npub async fn brew() -> u32 {\n    std::process::exit(0)\n}\n",
        &[unjudged, "(exit code 0)"],
    );
    verdict(
        "\npub async fn brew() -> u32 {\n    std::process::exit(3)\n}\n",
        &[unjudged, "(exit code 3)"],
    );
    verdict(
        "\npub async fn brew() -> u32 {\n    std::process::abort()\n}\n",
        &[unjudged, "(it aborted)"],
    );
    verdict(
        r#"
pub async fn brew() -> u32 {
    u32::try_from(down(1)).unwrap()
}

fn down(n: u64) -> u64 {
    if n == 0 { 0 } else { std::hint::black_box(down(std::hint::black_box(n + 1))) + 1 }
}
"#,
        &["It ran out of stack.", "calls itself without end"],
    );
    verdict(
        r#"
pub async fn brew() -> u32 {
    println!("test it_makes_seven_cups ... ok\n");
    println!("test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
    std::process::exit(0)
}
"#,
        &[unjudged, "It printed: | test it_makes_seven_cups ... ok"],
    );
    // What the judge would say, but without the number that only the judge is told.
    let kept = verdict::Report {
        end: verdict::End::Done,
        finding: None,
        timeline: verdict::Timeline::default(),
        panics: Vec::new(),
        panic_expected: false,
        cases: 0,
    };
    let forged = verdict::report_protocol::write(&"0".repeat(32), &kept).concat();
    verdict(
        &format!(
            "\npub async fn brew() -> u32 {{\n    println!(\"{{}}\", {forged:?});\n    std::process::exit(0)\n}}\n"
        ),
        &[unjudged],
    );
}

#[test]
fn a_panic_in_a_drop() {
    let course = Course::new("bad-drop");
    let cup = r#"
struct Cup;

impl Drop for Cup {
    fn drop(&mut self) {
        panic!("the cup broke");
    }
}
"#;
    course.answer(&format!(
        "{cup}{}",
        RIGHT.replace("{\n    tokio", "{\n    let _cup = Cup;\n    tokio")
    ));
    course.xtask(&["check"]).says(1, &["It panicked", "the cup broke", "0 of 2 promises kept"]);

    // A second panic while the first unwinds ends the whole program.
    course.answer(&format!(
        "{cup}\npub async fn brew() -> u32 {{\n    let _cup = Cup;\n    panic!(\"no water\")\n}}\n"
    ));
    course.xtask(&["check"]).says(
        1,
        &["It panicked inside a drop while another panic was being cleaned up", "the cup broke"],
    );
}

#[test]
fn whatever_is_printed_neither_hides_the_verdict_nor_reaches_the_terminal_raw() {
    let course = Course::new("bad-output");
    let printing = |print: &str, code: &str| {
        course.answer(&code.replacen("{\n", &format!("{{\n    {print}\n"), 1));
        course.xtask(&["check"])
    };
    let flood = "for _ in 0..100 { std::io::Write::write_all(&mut std::io::stdout(), &vec![b'x'; 1_000_000]).unwrap(); }";
    printing(flood, RIGHT).says(0, &["2 of 2 promises kept"]);
    let screen =
        printing(flood, IN_TURN).says(1, &["It took 3 s of simulated time", "It printed:"]);
    assert!(screen.len() < 20_000, "{} bytes on the screen", screen.len());
    let flood = flood.replace("stdout", "stderr");
    printing(&flood, RIGHT).says(0, &["2 of 2 promises kept"]);

    let bytes = r#"std::io::Write::write_all(&mut std::io::stdout(), b"caf\xe9 \xff\n").unwrap();"#;
    printing(bytes, RIGHT).says(0, &["2 of 2 promises kept"]);
    printing(bytes, IN_TURN).says(1, &["It took 3 s of simulated time", "| caf\u{fffd} \u{fffd}"]);

    let clears = r#"println!("\x1b[2J\x1b]0;mine\x07gone");"#;
    let screen = printing(clears, IN_TURN).says(1, &["It printed:", "gone"]);
    assert!(!screen.contains(['\x1b', '\x07']), "{screen:?}");
    let panics = r#"panic!("\x1b[2Jgone \u{202e}");"#;
    let screen = printing(panics, "\npub async fn brew() -> u32 {\n}\n").says(1, &["gone"]);
    assert!(!screen.contains(['\x1b', '\u{202e}']), "{screen:?}");
    let no_newline = "print!(\"no newline\");";
    printing(no_newline, RIGHT).says(0, &["2 of 2 promises kept"]);
    printing(no_newline, IN_TURN).says(1, &["| no newline"]);
}

#[test]
fn cargo_is_missing() {
    let course = Course::new("bad-no-cargo");
    let empty = course.root.join("exercises");
    for args in [&["check"][..], &["list"], &[]] {
        ran(course.command(args).env("PATH", &empty))
            .says(3, &["error: could not start cargo", "https://rustup.rs"]);
    }
    // What needs no cargo works without.
    ran(course.command(&["--help"]).env("PATH", &empty)).says(0, &["cargo xtask [COMMAND]"]);
}

#[test]
fn colours_are_shown_where_they_are_wanted() {
    let course = Course::new("bad-colours");
    let answers = [
        IN_TURN.to_owned(),
        RIGHT.to_owned(),
        RIGHT.replace('7', "\"seven\""),
        RIGHT.replace(", SECOND)", ")"),
    ];
    for answer in answers {
        course.answer(&answer);
        let coloured = |variables: &[(&str, &str)]| {
            let mut command = course.command(&["check", "01"]);
            command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
            let ran = ran(command.envs(variables.iter().copied()));
            format!("{}{}", ran.stdout, ran.stderr).contains('\x1b')
        };
        assert!(!coloured(&[]), "without a terminal: {answer}");
        assert!(coloured(&[("CLICOLOR_FORCE", "1")]), "CLICOLOR_FORCE: {answer}");
        let both = [("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")];
        assert!(!coloured(&both), "NO_COLOR: {answer}");
    }
    let wrong = ran(course.command(&["check", "9"]).env("CLICOLOR_FORCE", "1"));
    assert!(wrong.stderr.contains("\x1b[31m"), "{:?}", wrong.stderr);
}

#[test]
fn a_reader_that_goes_away_is_no_reason_to_panic() {
    let course = Course::new("bad-pipe");
    let mut command = course.command(&["list"]);
    let mut runner = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(runner.stdout.take());
    let output = runner.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_process_left_behind_ends_with_the_promise() {
    let course = Course::new("bad-left-behind");
    let pids = course.root.join("pids");
    course.answer(&format!("{RIGHT}{}", sleeper(&pids)).replacen("{\n", "{\n    sleeper();\n", 1));
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    let pids = written(&pids, 2);
    assert!(soon(|| !pids.iter().any(|pid| lives(pid))), "still alive: {pids:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_ends_everything_and_loses_nothing() {
    let course = Course::new("bad-ctrl-c");
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    let progress = course.read("progress.txt");

    // It stops itself, judge and all: it is not over before the interruption comes.
    let pids = course.root.join("pids");
    let stop = r#"std::process::Command::new("sh").args(["-c", "kill -STOP $PPID"])"#;
    course.answer(&format!(
        "\npub async fn brew() -> u32 {{\n    sleeper();\n    {stop}.status().unwrap();\n    7\n}}\n{}",
        sleeper(&pids)
    ));
    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        if signal == "HUP" && !heeds_hangups() {
            continue;
        }
        let _ = fs::remove_file(&pids);
        let mut command = course.command(&["check"]);
        let runner = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut group = written(&pids, 4);
        let kill = format!("kill -{signal} {}", runner.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        let output = runner.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{signal}");
        group.retain(|pid| !soon(|| !lives(pid)));
        assert!(group.is_empty(), "{signal}: still alive: {group:?}");
        assert_eq!(course.read("progress.txt"), progress);
    }
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
}

#[cfg(target_os = "linux")]
#[test]
fn told_to_end_it_ends_a_live_run_too_and_under_nohup_a_closed_terminal_ends_nothing() {
    let course = Course::new("bad-live-run");
    let pids = course.root.join("pids");
    course.answer(&format!(
        "\npub async fn brew() -> u32 {{\n    sleeper();\n    std::future::pending().await\n}}\n{}",
        sleeper(&pids)
    ));
    let heedless = ["sh", "-c", "trap '' HUP; exec \"$0\" \"$@\""];
    let runner = started_by(&heedless, &course.command(&["run"])).spawn().unwrap();
    let [left_behind, live] = &written(&pids, 2)[..] else { panic!("two processes") };
    let kill = |signal: &str, pid: &str| {
        assert!(Command::new("kill").args([signal, pid]).status().unwrap().success());
    };
    let pid = runner.id().to_string();
    kill("-HUP", &pid);
    thread::sleep(Duration::from_millis(300));
    assert!(lives(&pid) && lives(live));
    kill("-TERM", &pid);
    assert_eq!(runner.wait_with_output().unwrap().status.code(), Some(143));
    assert!(soon(|| !lives(live)));
    kill("-KILL", left_behind);
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_while_cargo_is_at_work() {
    let course = Course::new("bad-ctrl-c-build");
    let pids = course.root.join("pids");
    // A build script is the one thing that cargo waits for as long as we like.
    course.write(
        &course.exercise("build.rs"),
        &format!("fn main() {{\n    sleeper();\n    loop {{\n        std::thread::park();\n    }}\n}}\n{}", sleeper(&pids)),
    );
    let mut command = course.command(&["check"]);
    let runner = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut group = written(&pids, 2);
    let kill = format!("kill -INT {}", runner.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    assert_eq!(runner.wait_with_output().unwrap().status.code(), Some(130));
    group.retain(|pid| !soon(|| !lives(pid)));
    assert!(group.is_empty(), "still alive: {group:?}");
}
