//! The main job, as a learner meets it: read why it fails, edit one file, see it turn green; and
//! what stands around it: where one is, what there is, hints, the live run.

mod support;

use expect_test::expect;
use std::fs;
use support::{Course, IN_TURN, RIGHT, Ran, ran};

#[test]
fn from_the_skeleton_over_a_wrong_answer_to_a_right_one() {
    let course = Course::new("check-main");
    expect![[r#"
        Async Rust, one promise at a time

          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          0 of 1 exercise solved, 0 of 10 points

          Next: 01 · Tea
                about 5 minutes

          1. Read exercises/01-check-main/README.md
          2. Edit exercises/01-check-main/src/lib.rs
          3. cargo xtask check 01

          cargo xtask help   what else there is
    "#]]
    .assert_eq(screen(&course.xtask(&[]), 0));
    expect![[r#"
        01 · Tea                                                    0 of 2 promises kept

          ✗ the pot is warm when the water boils
          ✗ it makes seven cups

        ✗ the pot is warm when the water boils
            This part is still to be written: boil the water
            It is at exercises/01-check-main/src/lib.rs:4:5.

          1 more is broken for the same reason.

          Edit     exercises/01-check-main/src/lib.rs
          Promise  exercises/01-check-main/tests/check_main.rs:6
          Then     cargo xtask check 01
          Stuck?   cargo xtask hint 01 1
    "#]]
    .assert_eq(screen(&course.xtask(&["check", "01"]), 1));

    course.answer(IN_TURN);
    expect![[r#"
        01 · Tea                                                    1 of 2 promises kept

          ✗ the pot is warm when the water boils
          ✓ it makes seven cups

        ✗ the pot is warm when the water boils
            It took 3 s of simulated time; the promise is 2 s.
            Nothing overlapped: pot began only when water was over. Two pieces of work
            can overlap when neither needs the other's result.

              water  ████████████████████████
              pot                            ████████████
                     0s          1s          2s          3s

          Edit     exercises/01-check-main/src/lib.rs
          Promise  exercises/01-check-main/tests/check_main.rs:6
          Then     cargo xtask check 01
          Stuck?   cargo xtask hint 01 2
    "#]]
    .assert_eq(screen(&course.xtask(&["check", "01"]), 1));
    expect![[r#"
        Kitchen
          … 01  Tea  ★      5 of 10 points  5 min  1 of 2 kept

        ████████████████████░░░░░░░░░░░░░░░░░░░░
        0 of 1 exercise solved, 5 of 10 points
    "#]]
    .assert_eq(screen(&course.xtask(&["list"]), 0));

    course.answer(RIGHT);
    expect![[r#"
        01 · Tea                                                    2 of 2 promises kept

          ✓ the pot is warm when the water boils
          ✓ it makes seven cups

            water  ████████████████████████████████████████████████
            pot    ████████████████████████
                   0s          500ms       1s          1.5s        2s

          Water boils while the pot warms.

          Compare: cargo xtask solution 01
          That was the last one: every exercise is solved.
    "#]]
    .assert_eq(screen(&course.xtask(&["check", "01"]), 0));
    expect![[r#"
        Kitchen
          ✓ 01  Tea  ★      10 of 10 points  5 min  solved

        ████████████████████████████████████████
        1 of 1 exercise solved, 10 of 10 points
    "#]]
    .assert_eq(screen(&course.xtask(&["list"]), 0));
    expect![[r#"
        Async Rust, one promise at a time

          ████████████████████████████████████████
          1 of 1 exercise solved, 10 of 10 points

          All solved. Nothing left to prove.

          cargo xtask help   what else there is
    "#]]
    .assert_eq(screen(&course.xtask(&[]), 0));
}

#[test]
fn without_unicode_the_pictures_are_drawn_in_ascii() {
    let course = Course::new("check-ascii");
    course.answer(IN_TURN);
    for (variable, value) in [("TERM", "dumb"), ("LC_ALL", "C")] {
        let plain = ran(course.command(&["check"]).env(variable, value));
        let screen = plain.says(1, &["x the pot is warm when the water boils", "+ it makes"]);
        let fancy = ['✓', '✗', '█', '…', '│'].into_iter().find(|c| screen.contains(*c));
        assert_eq!(fancy, None, "{variable}={value}:\n{screen}");
    }
}

#[test]
fn what_was_solved_once_stays_solved() {
    let course = Course::new("check-stays");
    let list = || course.xtask(&["list"]).says(0, &[]);

    course.answer(IN_TURN);
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept"]);
    assert!(list().contains("1 of 2") && list().contains("5 of 10 points"), "{}", list());

    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    let solved = course.read("progress.txt");
    assert!(!list().contains("changed since"), "{}", list());

    // The check speaks of the answer as it is; what is remembered is that it was right once.
    course.answer(IN_TURN);
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept"]);
    assert!(list().contains("changed since") && list().contains("10 of 10 points"), "{}", list());
    assert_eq!(course.read("progress.txt"), solved);

    course.answer("\npub async fn brew() -> u32 {\n");
    course.xtask(&["check"]).says(1, &["does not compile"]);
    assert_eq!(course.read("progress.txt"), solved);

    course.answer(RIGHT);
    assert!(!list().contains("changed since"), "{}", list());
}

#[test]
fn the_progress_file_can_be_read_written_by_hand_and_carried_to_another_machine() {
    let course = Course::new("check-progress");
    let own = "# My own remark.\nelsewhere solved 3/3 00000000000000aa hints=1\n";
    course.write("progress.txt", own);
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    let text = course.read("progress.txt");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("# Your progress."), "{text}");
    assert_eq!(lines[1..3], own.lines().collect::<Vec<_>>());
    assert!(lines[3].starts_with("check-progress solved 2/2 "), "{text}");
    assert_eq!(lines.len(), 4, "{text}");

    // Git writes the answer with other line ends on another system: it is the same answer.
    let answer = course.read(&course.exercise("src/lib.rs"));
    course.write(&course.exercise("src/lib.rs"), &answer.replace('\n', "\r\n"));
    let list = course.xtask(&["list"]).says(0, &[]);
    assert!(!list.contains("changed since"), "{list}");
}

#[test]
fn an_answer_put_back_from_an_old_copy_is_the_one_that_is_checked() {
    let course = with_an_old_copy_put_back("check-old-copy");
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept"]);
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept"]);
}

#[test]
fn an_old_copy_is_not_hidden_by_newer_tests() {
    let course = with_an_old_copy_put_back("check-old-copy-new-tests");
    let tests = course.read(&course.test_file());
    course.write(&course.test_file(), &format!("{tests}\n// As a pull brings them.\n"));
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept"]);
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept"]);
}

#[test]
fn what_a_live_run_compiles_is_not_mistaken_for_what_is_there_now() {
    let course = Course::new("check-run-between");
    let answer = course.root.join(course.exercise("src/lib.rs"));
    let five =
        "\npub async fn brew() -> u32 {\n    fetch(\"water\", SECOND / 100).await;\n    5\n}\n";
    course.answer(five);
    let written = fs::metadata(&answer).and_then(|it| it.modified()).unwrap();
    course.xtask(&["check"]).says(1, &["0 of 2 promises kept"]);
    course.answer(&five.replace('5', "6"));
    course.xtask(&["run"]).says(0, &["6 cups"]);
    // Put back as it was, with the time that it had.
    course.answer(five);
    fs::File::options().write(true).open(&answer).unwrap().set_modified(written).unwrap();
    course.xtask(&["check"]).says(1, &["It returned 5", "0 of 2 promises kept"]);
    course.xtask(&["run"]).says(0, &["5 cups"]);
}

#[test]
fn what_was_kept_is_not_tried_again_until_something_changes() {
    let course = Course::new("check-again");
    let count = course.root.join("count");
    let counts = format!(
        "let mut file = std::fs::File::options();\n    let mut file = file.create(true).append(true)\
         .open({count:?}).unwrap();\n    std::io::Write::write_all(&mut file, b\"x\").unwrap();\n"
    );
    let calls = || fs::read(&count).unwrap_or_default().len();
    let checked = |args: &[&str], code: i32| {
        let before = calls();
        course.xtask(args).says(code, &["promises kept"]);
        calls() > before
    };
    let answer = |code: &str| course.answer(&code.replacen("{\n", &format!("{{\n    {counts}"), 1));
    answer(RIGHT);
    assert!(checked(&["check"], 0));
    assert!(!checked(&["check"], 0));
    assert!(checked(&["check", "--seed", "7"], 0));
    course.write(&course.exercise("src/helper.rs"), "");
    assert!(checked(&["check"], 0));
    // A promise that was not kept is tried each time: it may have been the machine's doing.
    answer(IN_TURN);
    assert!(checked(&["check"], 1));
    assert!(checked(&["check"], 1));
}

#[test]
fn a_learners_own_tests_are_no_promises_whether_they_compile_or_not() {
    let course = Course::new("check-own-tests");
    let second = course.numbered("02", "check-own-tests-too");
    course.answer(IN_TURN);
    second.answer(RIGHT);
    // Cargo names targets in the order of their names, and asked for a name it looks in every package.
    for name in ["a", "zz", "check_own_tests_too"] {
        let passes = "#[test]\nfn it_is_tea() {}\n";
        course.write(&course.exercise(&format!("tests/{name}.rs")), passes);
    }
    course.xtask(&["check", "01"]).says(1, &["1 of 2 promises kept"]);
    course.xtask(&["timeline", "01"]).says(0, &["it makes seven cups"]);

    course.write(&course.exercise("tests/zz.rs"), "fn it_does_not_compile( {\n");
    course.write(&course.exercise("tests/check_own_tests_too.rs"), "Neither does this.\n");
    let checked = course.xtask(&["check", "01"]).says(1, &["1 of 2 promises kept"]);
    assert!(!checked.contains("error"), "{checked}");
    course
        .xtask(&["check", "--all"])
        .says(1, &["✗ 01 · Tea 1 of 2 promises kept", "✓ 02 · Tea 2 of 2 promises kept"]);
    course.xtask(&["run", "02", "--solution"]).says(0, &["7 cups"]);

    course.remove(&course.test_file());
    course.xtask(&["check", "01"]).says(1, &["no test in", "tests/check_own_tests.rs"]);
}

#[test]
fn what_is_saved_during_a_check_is_not_what_was_checked() {
    let course = Course::new("check-saved-meanwhile");
    let file = course.root.join(course.exercise("src/lib.rs"));
    let save = format!(
        "pub async fn brew() -> u32 {{\n    use std::io::Write;\n    \
         let mut file = std::fs::File::options().append(true).open({file:?}).unwrap();\n    \
         writeln!(file, \"// Later.\").unwrap();\n"
    );
    course.answer(&RIGHT.replace("pub async fn brew() -> u32 {\n", &save));
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    course.xtask(&["list"]).says(0, &["changed since"]);
}

#[test]
fn a_dependency_that_does_not_compile_is_shown_with_the_compilers_words() {
    let course = Course::new("check-dependency");
    course.add_member("sugar");
    course.write("sugar/Cargo.toml", "[package]\nname = \"sugar-of-tea\"\nedition = \"2024\"\n");
    course.write("sugar/src/lib.rs", "pub fn lumps() -> u32 {\n    none\n}\n");
    let manifest = course.read(&course.exercise("Cargo.toml"));
    let sugar = "[dependencies]\nsugar-of-tea = { path = \"../../sugar\" }\n";
    course.write(&course.exercise("Cargo.toml"), &manifest.replace("[dependencies]\n", sugar));
    course.xtask(&["check"]).says(3, &["could not build", "cannot find value `none`"]);
    course.xtask(&["run"]).says(3, &["could not build", "cannot find value `none`"]);
}

#[test]
fn hints_come_one_at_a_time() {
    let course = Course::new("check-hints");
    expect![[r#"
        01 · Tea · hint 1 of 3

        One

          Boil.

          The next one: cargo xtask hint 01 2
    "#]]
    .assert_eq(screen(&course.xtask(&["hint"]), 0));
    // What was shown is shown again, until another is asked for.
    course.xtask(&["hint"]).says(0, &["hint 1 of 3", "Boil."]);
    course.xtask(&["hint", "01", "2"]).says(0, &["hint 2 of 3", "Two", "Warm."]);
    course.xtask(&["hint", "01"]).says(0, &["hint 2 of 3", "Two", "cargo xtask hint 01 3"]);
    course.xtask(&["hint", "01", "3"]).says(0, &["hint 3 of 3", "That was the last."]);
    course.xtask(&["hint", "01", "4"]).says(2, &["has 3 hints. There's no hint 4."]);
    course.xtask(&["hint", "01", "0"]).says(2, &["Hints are numbered from 1"]);
    course.xtask(&["hint", "01", "two"]).says(2, &["\"two\" isn't a hint number"]);
    assert!(course.read("progress.txt").contains("check-hints tried 0/0 "));
    assert!(course.read("progress.txt").contains(" hints=3 hint=3"));
    // Who begins again begins with the first.
    course.xtask(&["reset", "01", "--yes"]).says(0, &[]);
    course.xtask(&["hint"]).says(0, &["hint 1 of 3"]);
}

#[test]
fn the_live_run_shows_the_learners_answer_or_the_courses() {
    let course = Course::new("check-live");
    course.xtask(&["run"]).says(1, &["not yet implemented: boil the water"]);

    course.answer(
        "\npub async fn brew() -> u32 {\n    fetch(\"water\", SECOND / 100).await;\n    5\n}\n",
    );
    let own = course.xtask(&["run", "01"]);
    own.says(0, &["5 cups"]);
    assert!(own.stdout.contains("5 cups"), "{}", own.stderr);

    course.xtask(&["run", "01", "--solution"]).says(0, &["7 cups"]);

    course.answer("\npub async fn brew() -> u32 {\n    \"seven\"\n}\n");
    let path = format!("Start at {}:6:5", course.exercise("src/lib.rs"));
    course.xtask(&["run"]).says(1, &["does not compile", "mismatched types", &path]);
    course.xtask(&["run", "--solution"]).says(0, &["7 cups"]);
}

#[test]
fn one_that_does_not_compile_costs_only_itself() {
    let course = Course::new("check-all-first");
    let second = course.numbered("02", "check-all-second");
    course.answer("\npub async fn brew() -> u32 {\n    \"seven\"\n}\n");
    second.answer(RIGHT);
    expect![[r#"
        ✗ 01 · Tea  does not compile (exercises/01-check-all-first/src/lib.rs:6:5)
        ✓ 02 · Tea  2 of 2 promises kept

        1 of 2 exercises solved
    "#]]
    .assert_eq(screen(&course.xtask(&["check", "--all"]), 1));
    assert!(course.read("progress.txt").contains("check-all-second solved 2/2"));

    // Alone it says why, and speaks of nothing else.
    let alone = course.xtask(&["check"]).says(1, &["mismatched types"]);
    assert!(!alone.contains("check-all-second"), "{alone}");

    // Not even one that is no text.
    fs::write(course.root.join(course.exercise("src/lib.rs")), b"\xff\xfe").unwrap();
    course.xtask(&["check", "--all"]).says(1, &["✓ 02 · Tea 2 of 2", "1 of 2 exercises solved"]);

    course.answer(IN_TURN);
    course.xtask(&["check", "--all"]).says(
        1,
        &["✗ 01 · Tea 1 of 2 promises kept", "✓ 02 · Tea 2 of 2", "1 of 2 exercises solved"],
    );
    course.answer(RIGHT);
    course.xtask(&["check", "--all"]).says(0, &["2 of 2 exercises solved"]);
}

#[test]
fn without_a_name_it_is_the_first_that_is_not_solved() {
    let course = Course::new("check-next-first");
    let second = course.numbered("02", "check-next-second");
    course.xtask(&[]).says(0, &["Next: 01 · Tea"]);
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["Next: 02 · Tea (cargo xtask check 02)"]);
    course.xtask(&[]).says(0, &["1 of 2 exercises", "cargo xtask check 02"]);
    course.xtask(&["check"]).says(1, &["02 · Tea", "boil the water"]);
    second.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["That was the last one"]);
    // With all solved there is still something to look at.
    course.xtask(&["check"]).says(0, &["02 · Tea"]);
}

#[test]
fn an_exercise_goes_by_number_name_folder_and_path() {
    let course = Course::new("check-names-first");
    let second = course.numbered("02", "check-names-second");
    let path = course.root.join(second.exercise("src/lib.rs"));
    let names = [
        "02",
        "2",
        "check-names-second",
        "02-check-names-second",
        "second",
        path.to_str().unwrap(),
    ];
    for name in names.into_iter().chain([second.exercise("").as_str()]) {
        course.xtask(&["hint", name, "1"]).says(0, &["02 · Tea · hint 1 of 3"]);
    }
}

#[test]
fn watch_is_handed_over_to_a_program_of_its_own() {
    let course = Course::new("check-watch");
    course.xtask(&["watch", "7"]).says(2, &["there is no exercise \"7\""]);
    course.add_member("watch");
    course.write("watch/Cargo.toml", "[package]\nname = \"xtask-watch\"\nedition = \"2024\"\n");
    course.write(
        "watch/src/main.rs",
        "fn main() {\n    println!(\"{:?}\", std::env::args().skip(1).collect::<Vec<_>>());\n    \
         std::process::exit(7);\n}\n",
    );
    let first = course.xtask(&["watch", "1"]);
    first.says(7, &["[\"check-watch\"]"]);
    let building = ["Building xtask-watch. This happens once", "Compiling xtask-watch"];
    assert!(building.iter().all(|part| first.stderr.contains(part)), "{}", first.stderr);
    let again = course.xtask(&["watch", "--no-editor", "--edit-cmd", "vi -p"]);
    again.says(7, &["[\"check-watch\", \"--edit-cmd=vi -p\", \"--no-editor\"]"]);
    assert!(!again.stderr.contains("Building"), "{}", again.stderr);
}

#[test]
fn what_the_compiler_remarks_on_and_what_was_printed_is_shown() {
    let course = Course::new("check-remarks");
    course.answer(
        r#"
pub async fn brew() -> u32 {
    println!("the kettle is on");
    fetch("water", 2 * SECOND);
    let cups = 3;
    7
}
"#,
    );
    course.xtask(&["check"]).says(
        1,
        &[
            "This line creates a future that nothing awaits",
            "src/lib.rs:7:5",
            "The compiler has a remark:",
            "unused variable: `cups`",
            "It printed: | the kettle is on",
        ],
    );
}

#[test]
fn a_green_screen_tells_of_panics_and_prints_and_of_what_the_compiler_remarks_on() {
    let course = Course::new("check-green");
    let drinks = r#"
    for cup in 1..=12 {
        println!("cup {cup}");
    }
    let _ = tokio::spawn(async { panic!("the milk is off") }).await;
    tokio::time::sleep(SECOND);
    7
}
"#;
    course.answer(&RIGHT.replace("\n    7\n}\n", drinks));
    let checked = course.xtask(&["check"]);
    let green = checked.says(
        0,
        &[
            "2 of 2 promises kept",
            "It printed: | cup 1 | cup 2",
            "| cup 10 | … 2 more lines",
            "Your code panicked at exercises/01-check-green/src/lib.rs:10:34: the milk is off. Every",
            "The compiler has a remark:",
            "futures do nothing unless you `.await` or poll them",
            "Water boils while the pot warms.",
        ],
    );
    assert_eq!(green.matches("Your code panicked").count(), 1, "{green}");
    assert!(!green.contains("cup 11"), "{green}");

    course.answer(RIGHT);
    let right = course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    for part in ["It printed", "panicked", "remark", "Note"] {
        assert!(!right.contains(part), "{right}");
    }
}

#[test]
fn files_that_are_not_as_the_course_has_them_are_named_with_the_way_back() {
    let course = Course::new("check-changed");
    let second = course.numbered("02", "check-changed-too");
    second.answer(RIGHT);
    course.answer(&RIGHT.replace('7', "6"));
    let check = |code: i32, parts: &[&str]| course.xtask(&["check", "01"]).says(code, parts);
    assert!(!check(1, &["returned 6"]).contains("Note:"));

    course.replace(&course.exercise("tests/model/mod.rs"), "Some(\"7\")", "Some(\"6\")");
    check(
        0,
        &[
            "2 of 2 promises kept",
            "Note: tests/model/mod.rs isn't as the course has it, so this result may differ from a \
             grader's. To get it back: git checkout -- \
             :/exercises/01-check-changed/tests/model/mod.rs",
        ],
    );
    // Git writes files with other line ends on another system.
    let test = course.read(&course.test_file()).replace('\n', "\r\n");
    course.write(&course.test_file(), &test);
    course.write(&course.exercise("tests/mine.rs"), "// My own.\n");
    assert!(!check(0, &["Note: tests/model/mod.rs isn't"]).contains("check_changed.rs"));

    course.write(&course.test_file(), &(test + "// Mine.\n"));
    let manifest = course.read(&course.exercise("Cargo.toml"));
    course.write(&course.exercise("Cargo.toml"), &(manifest + "\n# Mine.\n"));
    check(0, &["Note: Cargo.toml, tests/check_changed.rs and tests/model/mod.rs aren't as the"]);
    let all = course.xtask(&["check", "--all"]).says(0, &["Note: Cargo.toml, tests/check_changed"]);
    assert_eq!(all.matches("Note:").count(), 1, "{all}");
    course.answer("\npub async fn brew() -> u32 {\n    \"seven\"\n}\n");
    check(1, &["does not compile", "Note: Cargo.toml"]);

    // A course that has no digests says nothing of it.
    let digests = course.read(&course.solution("Cargo.toml"));
    let without: String =
        digests.split_inclusive('\n').filter(|it| !it.contains("digests")).collect();
    course.write(&course.solution("Cargo.toml"), &without);
    assert!(!check(1, &["does not compile"]).contains("Note:"));
}

#[test]
fn a_seed_decides_which_inputs_are_tried() {
    let course = Course::new("check-seed");
    course.answer(&RIGHT.replace('7', "6"));
    let model = course.exercise("tests/model/mod.rs");
    course.replace(&model, "cases(_: &mut Rng)", "cases(rng: &mut Rng)");
    course.replace(&model, "Case::new(Brew)", "Case::new(Brew(rng.between(0, 999_999)))");
    course.replace(&model, "struct Brew;", "struct Brew(u64);");
    course.replace(&model, "\"brew()\".to_owned()", "format!(\"brew() for guest {}\", self.0)");
    course.digests();
    let tried = |args: &[&str]| {
        let args = [&["check", "01"], args].concat();
        let screen = course.xtask(&args).says(1, &["Tried: brew() for guest"]);
        let line = screen.lines().find(|line| line.contains("Tried:")).unwrap();
        line.to_owned()
    };
    let (usual, other) = (tried(&[]), tried(&["--seed", "7"]));
    assert_ne!(usual, other);
    assert_eq!(tried(&["--seed", "7"]), other);
    assert_eq!(tried(&["--seed", "2026"]), usual);
    course.xtask(&["check", "--seed", "tea"]).says(2, &["\"tea\" isn't a seed"]);
}

#[test]
fn what_a_panic_says_in_several_lines_was_not_printed() {
    let course = Course::new("check-panic");
    course
        .answer("\npub async fn brew() -> u32 {\n    assert_eq!(1 + 1, 3, \"cups\");\n    7\n}\n");
    let screen = course.xtask(&["check"]).says(1, &["left: 2", "right: 3"]);
    assert!(!screen.contains("It printed"), "{screen}");
}

#[test]
fn a_check_changes_nothing_but_the_progress_file() {
    let course = Course::new("check-tidy");
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    let files = || {
        let names = fs::read_dir(&course.root).unwrap().map(|file| file.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    };
    let expected = [
        "Cargo.lock",
        "Cargo.toml",
        "README.md",
        "exercises",
        "progress.txt",
        "rustfmt.toml",
        "solutions",
    ];
    assert_eq!(files(), expected);
}

/// A right answer was checked, and then one put back that breaks a promise: its time is older than the
/// last build, and cargo goes by times.
fn with_an_old_copy_put_back(slug: &str) -> Course {
    let course = Course::new(slug);
    let answer = course.root.join(course.exercise("src/lib.rs"));
    let copy = course.root.join("copy.rs");
    course.answer(IN_TURN);
    fs::rename(&answer, &copy).unwrap();
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    fs::rename(&copy, &answer).unwrap();
    course
}

/// The whole of standard output, after asserting the exit code.
#[track_caller]
fn screen(ran: &Ran, code: i32) -> &str {
    assert_eq!(ran.code, Some(code), "{}{}", ran.stdout, ran.stderr);
    &ran.stdout
}

#[test]
fn what_the_compiler_refuses_is_short_explained_and_counted() {
    let course = Course::new("check-refused");
    let check = |words: &[&str], cups: u32| {
        course.answer(&format!(
            "\npub async fn brew() -> u32 {{\n    tokio::join!(fetch(\"water\", SECOND).await, async {{}});\n    \
             {cups}\n}}\n"
        ));
        course.xtask(words)
    };
    let short = check(&["check"], 1).says(
        1,
        &[
            "is not a future",
            "Leave out the inner `.await`",
            "check 01 --full",
            "no hint is about this: see Words",
            "await",
        ],
    );
    assert!(short.lines().count() <= 40 && !short.contains("maybe_done"), "{short}");
    let full =
        check(&["check", "--full"], 2).says(1, &["maybe_done", "Leave out the inner `.await`"]);
    assert!(full.lines().count() > short.lines().count());
    course.write(
        &course.exercise("hints.md"),
        "# Hints\n\n## One\n<!-- fits: awaited-too-early -->\n\nLeave it out.\n\n## Two\n\nBoil.\n",
    );
    let third = check(&["check"], 3);
    third.says(1, &["Refused three times now. Hint 1 is about this: cargo xtask hint 01 1"]);
    assert!(course.read("progress.txt").contains(" refused=awaited-too-early*3"));
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept"]);
    assert!(!course.read("progress.txt").contains("refused="));
}
