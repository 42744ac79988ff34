//! Whatever lies in a clone or is missing on a machine: the exercises that are whole still work, and what
//! isn't is named.

mod support;

use std::fs;
use support::{Course, IN_TURN, RIGHT, ran, source};

#[test]
fn folders_that_are_no_exercises_disturb_nobody() {
    let course = Course::new("env-stray");
    course.answer(RIGHT);
    fs::create_dir(course.root.join("exercises/notes")).unwrap();
    course.write("exercises/.idea/workspace.xml", "");
    // What an update leaves behind that gives an exercise another number.
    course.write("exercises/05-env-stray/kept/lib-1.rs", "mine\n");
    let copy = "exercises/01-env-stray copy";
    course.write(&format!("{copy}/Cargo.toml"), &course.read(&course.exercise("Cargo.toml")));
    course.write(&format!("{copy}/src/lib.rs"), &source(RIGHT));
    course.write("solutions/02-pot/Cargo.toml", "[package\n");
    for args in [&["status"][..], &["list"], &["hint"], &["check"], &["check", "--all"]] {
        course.xtask(args).says(0, &[]);
    }
    // Authors are told.
    course.answer("\npub async fn brew() -> u32 {\n    todo!(\"boil the water\")\n}\n");
    course.xtask(&["verify"]).says(
        1,
        &[
            "✗ Cargo.toml: members doesn't list exercises/01-env-stray copy, so no command sees it.",
            "✗ Cargo.toml: members doesn't list solutions/02-pot",
        ],
    );
}

#[test]
fn a_listed_folder_that_is_broken_is_named_with_the_way_out() {
    let course = Course::new("env-broken");
    let second = course.numbered("02", "env-broken-second");
    let manifest = second.exercise("Cargo.toml");
    let whole = course.read(&manifest);
    let folder = "exercises/02-env-broken-second";
    let nameless = whole.replace("name = \"env-broken-second\"\n", "");
    for (broken, cargos_words) in
        [("[package\n", "unclosed table"), ("", "missing either"), (&nameless, "package.name")]
    {
        course.write(&manifest, broken);
        // And not the folder, which has somebody's answer in it.
        let back = format!("git checkout -- :/{folder}/Cargo.toml");
        let first = format!("error: cargo can't read {folder}/Cargo.toml. To get it back: {back}.");
        course.xtask(&["check", "01"]).says(3, &[&first, cargos_words]);
        let json = course.xtask(&["check", "01", "--format", "json"]);
        json.says(3, &["\"exit_code\": 3", "\"kind\": \"error\"", &back]);
    }
    let gone = format!("error: {folder} has no Cargo.toml, but the course's Cargo.toml lists it");
    for (lost, back) in [(manifest.as_str(), manifest.as_str()), (folder, folder)] {
        course.remove(lost);
        let back = format!("To get it back: git checkout -- :/{back}. ");
        course.xtask(&["list"]).says(3, &[&gone, &back, "failed to read"]);
    }

    // The way out that the message names.
    let line = format!("\"{folder}\"");
    course.xtask(&["list"]).says(3, &[&format!("delete the line {line} from `members`")]);
    course.replace("Cargo.toml", &format!("    {line},\n"), "");
    course.xtask(&["check", "01"]).says(1, &["boil the water"]);
}

#[test]
fn two_of_one_name_are_both_named() {
    let course = Course::new("env-twins");
    let second = course.numbered("02", "env-twins-second");
    course.replace(&second.exercise("Cargo.toml"), "\"env-twins-second\"", "\"env-twins\"");
    course.xtask(&["check"]).says(
        3,
        &[
            "error: exercises/01-env-twins and exercises/02-env-twins-second have the same package name",
            "Change `name` in one Cargo.toml",
            "two packages named `env-twins`",
        ],
    );
}

#[test]
fn a_path_may_look_like_a_pattern() {
    let mut course = Course::new("env-pattern");
    // Windows has no names with a star or a question mark.
    let name = if cfg!(windows) { "env [2026] !{a}" } else { "env [2026] !{a} *?" };
    let path = course.root.with_file_name(name);
    let _ = fs::remove_dir_all(&path);
    fs::rename(&course.root, &path).unwrap();
    course.root = path;
    course.xtask(&["check"]).says(1, &["0 of 2 promises kept"]);
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    course.xtask(&["run"]).says(0, &["7 cups"]);
    course.xtask(&["timeline", "--solution"]).says(0, &["pot"]);
    course.xtask(&["reset", "01", "--yes"]).says(0, &["kept/env-pattern/lib-1.rs"]);
    course.xtask(&["new", "env-pattern-new"]).says(0, &["02 · Env pattern new"]);
    course.xtask(&["list"]).says(0, &["Env pattern new"]);
}

#[test]
fn without_a_name_it_is_the_exercise_that_one_stands_in() {
    let course = Course::new("env-here");
    let second = course.numbered("02", "env-here-second");
    second.answer(RIGHT);
    let at = |path: &str, args: &[&str]| {
        ran(course.command(args).current_dir(course.root.join(second.exercise(path))))
    };
    at("src", &["check"]).says(0, &["02 · Tea"]);
    // Solved by now, and so no longer what comes next.
    for (path, args) in [
        ("", &["check"][..]),
        ("src", &["hint"]),
        ("tests/model", &["timeline"]),
        ("examples", &["solution"]),
    ] {
        at(path, args).says(0, &["02 · Tea"]);
    }
    at("src", &["run"]).says(0, &["7 cups"]);
    at("src", &["lesson"]).says(0, &["Tea", "Then edit exercises/02-env-here-second/src/lib.rs"]);
    at("src", &["reset", "--yes"]).says(0, &["02 · Tea is back", "kept/env-here-second/lib-1.rs"]);
    at("src", &["check", "01"]).says(1, &["01 · Tea"]);
    for command in ["reset", "solution"] {
        let asked = course.xtask(&[command]);
        asked.says(2, &["which exercise?", &format!("cargo xtask {command} 01"), "its folder"]);
    }
}

#[test]
fn a_tool_that_does_not_start_is_named_before_cargos_words() {
    let course = Course::new("env-tools");
    course.add_member("watch");
    course.write("watch/Cargo.toml", "[package]\nname = \"xtask-watch\"\nedition = \"2024\"\n");
    course.write("watch/src/main.rs", "fn main() {}\n");
    let no_wrapper = ran(course.command(&["watch"]).env("RUSTC_WRAPPER", "/nowhere/sccache"));
    no_wrapper.says(
        3,
        &["error: cargo could not start /nowhere/sccache.", "RUSTC_WRAPPER", "(never executed)"],
    );
    let flags = "-Clinker=/nowhere/cc";
    let no_linker = ran(course.command(&["watch"]).env("RUSTFLAGS", flags));
    no_linker.says(3, &["error: could not start the linker /nowhere/cc", "not found"]);
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_machine_lacked_is_not_remembered_of_an_answer() {
    let course = Course::new("env-linker");
    course.xtask(&["check"]).says(1, &["0 of 2 promises kept"]);
    course.answer(RIGHT);
    // The compiler is found beside cargo, and the linker on the path.
    let check = || course.command(&["check"]);
    ran(check().env("PATH", course.root.join("exercises")))
        .says(3, &["error: could not start the linker cc", "not found"]);
    ran(&mut check()).says(0, &["2 of 2 promises kept"]);
}

#[test]
fn flags_that_are_taken_back_count_no_longer() {
    let course = Course::new("env-flags");
    course.answer(&RIGHT.replace("    7\n", "    if cfg!(debug_assertions) { 7 } else { 8 }\n"));
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    let manifest = std::fs::read_to_string(course.root.join("Cargo.toml")).unwrap();
    let own = "\n[profile.exercise.package.env-flags]\ndebug-assertions = false\n";
    course.write("Cargo.toml", &format!("{manifest}{own}"));
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept"]);
    // Cargo finds that all is there and builds nothing, so it doesn't say how it would.
    course.write("Cargo.toml", &manifest);
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
}

#[test]
fn a_program_that_does_not_compile_is_no_exit_code_of_cargos() {
    let course = Course::new("env-watch");
    course.add_member("watch");
    course.write("watch/Cargo.toml", "[package]\nname = \"xtask-watch\"\nedition = \"2024\"\n");
    course.write("watch/src/main.rs", "fn main() { tea }\n");
    course
        .xtask(&["watch"])
        .says(3, &["error: cargo could not build this.", "cannot find value `tea`"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_panic_of_the_runner_asks_for_a_report() {
    use support::faults::{Fault, can_be_made};

    if !can_be_made() {
        return;
    }
    let course = Course::new("env-panic");
    // The first thread that it starts: without one, the standard library panics.
    let fault = Fault::new("clone3", 1, "error=EAGAIN");
    ran(&mut fault.strike(&course.command(&["check", "01"]))).says(
        3,
        &["error: the runner itself failed during `cargo xtask check 01`.", "report it", "thread"],
    );
    let json = ran(&mut fault.strike(&course.command(&["check", "--format", "json"])));
    json.says(3, &["\"kind\": \"error\"", "the runner itself failed"]);
    assert_eq!(json.stderr, "");
}

#[test]
fn an_answer_in_two_files_is_told_that_one_counts() {
    let course = Course::new("env-helper");
    course.answer(&RIGHT.replacen('\n', "\nmod helper;\n\n", 1).replace('7', "helper::cups()"));
    course.write(&course.exercise("src/helper.rs"), "pub fn cups() -> u32 {\n    7\n}\n");
    course.write(&course.exercise("src/first_try.rs"), IN_TURN);
    let note = "Note: only exercises/01-env-helper/src/lib.rs counts for a grade, and it uses \
                src/helper.rs.";
    for args in [&["check"][..], &["check", "--all"]] {
        let screen = course.xtask(args).says(0, &[note]);
        assert!(!screen.contains("first_try"), "{screen}");
    }
    let json = course.xtask(&["check", "--format", "json"]).says(0, &[]);
    assert!(json.contains("\"beside\": [\n        \"src/helper.rs\"\n      ]"), "{json}");
}

#[test]
fn what_was_refused_is_tried_again() {
    let course = Course::new("env-again");
    course.answer(&format!("const SUGAR: &str = include_str!(\"sugar.txt\");\n{RIGHT}"));
    course.xtask(&["check"]).says(1, &["does not compile", "sugar.txt"]);
    course.write(&course.exercise("src/sugar.txt"), "two lumps\n");
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
}

#[test]
fn variables_that_an_answer_asks_for_count() {
    let course = Course::new("env-variables");
    let cups =
        |how: &str| RIGHT.replace("    7\n", &format!("    if {how} {{ 7 }} else {{ 8 }}\n"));
    let check = |code: i32, sugar: Option<&str>| {
        let mut check = course.command(&["check"]);
        sugar.map(|sugar| check.env("SUGAR", sugar));
        ran(&mut check).says(code, &["01 · Tea"]);
    };
    for how in ["option_env!(\"SUGAR\").is_some()", "std::env::var(\"SUGAR\").is_ok()"] {
        course.answer(&cups(how));
        check(1, None);
        check(0, Some("two"));
        check(0, Some("one"));
        check(1, None);
    }
}

#[test]
fn a_library_that_is_gone_or_damaged_is_made_again_and_never_the_answers_fault() {
    // With a target folder of its own: others build here at the same time.
    let course = Course::new("env-library");
    let target = course.root.join("own-target");
    let check = || {
        let mut check = course.command(&["check"]);
        ran(check.env("CARGO_TARGET_DIR", &target))
    };
    course.answer(RIGHT);
    check().says(0, &["2 of 2 promises kept"]);
    let libraries = |start: &str, end: &str| -> Vec<std::path::PathBuf> {
        let all = std::fs::read_dir(target.join("exercise/deps")).unwrap();
        let all = all.map(|entry| entry.unwrap().path());
        let named = |path: &std::path::PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with(start) && name.ends_with(end)
        };
        all.filter(named).collect()
    };
    for (start, end) in [("liblab-", ".rmeta"), ("librecorder-", ".rlib"), ("libjudge-", ".rlib")] {
        let files = libraries(start, end);
        assert!(!files.is_empty(), "{start}");
        files.iter().for_each(|file| std::fs::remove_file(file).unwrap());
        course.answer(&format!("// Without {start}.\n{RIGHT}"));
        check().says(0, &["2 of 2 promises kept"]);
    }
    // Cargo doesn't look into what it has made.
    for file in libraries("liblab-", ".rlib") {
        std::fs::write(file, "").unwrap();
    }
    course.answer(&format!("// With an empty library.\n{RIGHT}"));
    check().says(3, &["error: something that cargo has built is damaged", "own-target"]);
    std::fs::remove_dir_all(target.join("exercise")).unwrap();
    check().says(0, &["2 of 2 promises kept"]);
}

#[cfg(unix)]
#[test]
fn an_answer_that_is_no_file_is_named_and_not_waited_for() {
    let course = Course::new("env-pipe");
    let answer = course.root.join(course.exercise("src/lib.rs"));
    std::fs::remove_file(&answer).unwrap();
    std::os::unix::fs::symlink("/dev/zero", &answer).unwrap();
    course.xtask(&["check"]).says(1, &["incomplete", "src/lib.rs is not a regular file"]);
    std::fs::remove_file(&answer).unwrap();
    std::fs::create_dir(&answer).unwrap();
    course.xtask(&["check"]).says(1, &["incomplete", "src/lib.rs is a folder"]);
}
