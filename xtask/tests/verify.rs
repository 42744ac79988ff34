//! `verify` finds every way in which an exercise can be unsound, and nothing in a sound one.

mod support;

use expect_test::{Expect, expect};
use std::fs;
use support::{Course, IN_TURN, RIGHT, Ran, source};

// A sound course.

#[test]
fn a_sound_course_is_proved_in_every_round() {
    let course = Course::new("verify-sound");
    // Not an answer, so none of its business.
    course.write(&course.solution("wrong/notes.md"), "Ideas for  more mistakes\n");
    let ran = course.xtask(&["verify", "--rounds", "3"]);
    let proved = "✓ 01 · Tea 2 promises, 6 wrong answers rejected, 6 right answers accepted";
    ran.says(0, &[proved]);
    assert_eq!(faults(&course, &ran), "");
}

#[test]
fn only_the_exercise_that_is_named_is_proved() {
    let sound = Course::new("verify-one-sound");
    let unsound = sound.another("verify-one-unsound");
    keep_of_other_answers(&unsound, &[]);
    unsound.remove(&unsound.exercise("README.md"));

    let of_sound = sound.xtask(&["verify", "verify-one-sound"]);
    let proved = "✓ 01 · Tea 2 promises, 6 wrong answers rejected, 6 right answers accepted";
    of_sound.says(0, &[proved]);
    assert_eq!(of_sound.stdout.matches("01 · Tea").count(), 1);

    let of_unsound = sound.xtask(&["verify", "verify-one-unsound"]);
    finds_besides_too_few(&unsound, &of_unsound, expect!["EXERCISE/README.md: missing"]);
    assert_eq!(of_unsound.stdout.matches("01 · Tea").count(), 1);

    // One exercise spoils the course; each is reported on nevertheless.
    sound.xtask(&["verify"]).says(1, &[proved, "✗ 01 · Tea - exercises/01-verify-one-unsound/"]);
}

// Skeletons.

#[test]
fn a_skeleton_that_passes() {
    let course = Course::new("verify-skeleton-passes");
    keep_of_other_answers(&course, &[]);
    begin_with(&course, &source(RIGHT));
    finds_besides_too_few(
        &course,
        &course.xtask(&["verify"]),
        expect!["SOLUTION/start.rs: keeps every promise; a skeleton must break one"],
    );
}

#[test]
fn a_skeleton_that_warns_or_does_not_compile() {
    let course = Course::new("verify-skeleton-warns");
    keep_of_other_answers(&course, &[]);
    begin_with(&course, &skeleton("let water = 2;\n    todo!(\"boil it\")"));
    let ran = course.xtask(&["verify"]);
    finds_besides_too_few(&course, &ran, expect!["SOLUTION/start.rs: compiles with a warning."]);
    ran.says(1, &["unused variable: `water`"]);

    begin_with(&course, &skeleton("\"seven\""));
    let ran = course.xtask(&["verify"]);
    finds_besides_too_few(&course, &ran, expect!["SOLUTION/start.rs: does not compile."]);
    ran.says(1, &["mismatched types"]);
}

#[test]
fn a_skeleton_that_hangs_spins_blocks_or_exits() {
    let course = Course::new("verify-skeleton-hangs");
    keep_of_other_answers(&course, &[]);
    let mut found = String::new();
    for body in [
        "std::future::pending().await",
        "loop {\n        tokio::task::yield_now().await;\n    }",
        "loop {\n        std::hint::spin_loop();\n    }",
        "std::process::exit(0)",
    ] {
        begin_with(&course, &skeleton(body));
        let ran = course.xtask(&["verify"]);
        ran.says(1, &[]);
        found += &faults_besides_too_few(&course, &ran);
        found += "\n\n";
    }
    expect![[r#"
        SOLUTION/start.rs: hung on the_pot_is_warm_when_the_water_boils; a skeleton fails plainly
        SOLUTION/start.rs: hung on it_makes_seven_cups; a skeleton fails plainly

        SOLUTION/start.rs: spinning on the_pot_is_warm_when_the_water_boils; a skeleton fails plainly
        SOLUTION/start.rs: spinning on it_makes_seven_cups; a skeleton fails plainly

        SOLUTION/start.rs: blocked on the_pot_is_warm_when_the_water_boils; a skeleton fails plainly
        SOLUTION/start.rs: blocked on it_makes_seven_cups; a skeleton fails plainly

        SOLUTION/start.rs: exited on the_pot_is_warm_when_the_water_boils; a skeleton fails plainly
        SOLUTION/start.rs: exited on it_makes_seven_cups; a skeleton fails plainly

    "#]]
    .assert_eq(&found);
}

// Right answers.

#[test]
fn a_solution_that_fails_and_right_answers_that_are_not() {
    let course = Course::new("verify-right");
    keep_of_other_answers(&course, &[]);
    course.write(&course.solution("src/lib.rs"), &source(IN_TURN));
    course.write(&course.solution("right/six.rs"), &source(&RIGHT.replace('7', "6")));
    course.write(&course.solution("right/words.rs"), &source(&RIGHT.replace('7', "\"seven\"")));
    let ran = course.xtask(&["verify"]);
    finds_besides_too_few(
        &course,
        &ran,
        expect![[r#"
            SOLUTION/right/words.rs: does not compile.
            SOLUTION/src/lib.rs: breaks the_pot_is_warm_when_the_water_boils: It took 3 s of simulated time; the promise is 2 s. Nothing overlapped: pot began only when water was over. Two pieces of work can overlap when neither needs the other's result.
            SOLUTION/right/six.rs: breaks it_makes_seven_cups: Tried: brew(). It returned 6; the promise is 7."#]],
    );
    ran.says(1, &["mismatched types"]);
}

// Wrong answers.

#[test]
fn wrong_answers_that_are_not_rejected_for_the_reason_they_give() {
    let course = Course::new("verify-wrong");
    keep_of_other_answers(&course, &[]);
    let six = RIGHT.replace('7', "6");
    course.wrong("accepted", "Nothing. | it_makes_seven_cups: \"returned 6\"", RIGHT);
    course.wrong(
        "does_not_compile",
        "Spells it out. | it_makes_seven_cups: \"returned\"",
        &RIGHT.replace('7', "\"seven\""),
    );
    course.wrong("names_another", "In turn. | it_makes_seven_cups: \"returned 6\"", IN_TURN);
    course.wrong(
        "names_one_too_many",
        "Six. | it_makes_seven_cups: \"returned 6\" | it_is_green_tea: \"is black\"",
        &six,
    );
    course.wrong("says_something_else", "Six. | it_makes_seven_cups: \"returned 8\"", &six);
    let ran = course.xtask(&["verify"]);
    finds_besides_too_few(
        &course,
        &ran,
        expect![[r#"
            SOLUTION/wrong/does_not_compile.rs: does not compile.
            SOLUTION/wrong/accepted.rs: keeps every promise; a wrong answer must break one
            SOLUTION/wrong/names_another.rs: breaks the_pot_is_warm_when_the_water_boils, which its first line does not name
            SOLUTION/wrong/names_another.rs: does not break it_makes_seven_cups, which its first line names
            SOLUTION/wrong/names_one_too_many.rs: does not break it_is_green_tea, which its first line names
            SOLUTION/wrong/says_something_else.rs: it_makes_seven_cups does not say "returned 8" but: Tried: brew(). It returned 6; the promise is 7."#]],
    );
    ran.says(1, &["mismatched types"]);
}

#[test]
fn a_wrong_answer_whose_first_line_is_malformed() {
    let course = Course::new("verify-malformed");
    keep_of_other_answers(&course, &[]);
    let first_lines = [
        ("a_blank", ""),
        ("b_comment_of_another_kind", "// Six. | it_makes_seven_cups: \"returned 6\""),
        ("c_no_mistake", "//! | it_makes_seven_cups: \"returned 6\""),
        ("d_no_promise", "//! Six."),
        ("e_no_words", "//! Six. | it_makes_seven_cups"),
        ("f_no_quotes", "//! Six. | it_makes_seven_cups: returned 6"),
        ("g_open_quotes", "//! Six. | it_makes_seven_cups: \"returned 6"),
        // Every message contains no words at all.
        ("h_empty_words", "//! Six. | it_makes_seven_cups: \"\""),
        // Both words count; none may get lost.
        (
            "i_named_twice",
            "//! Six. | it_makes_seven_cups: \"is green\" | it_makes_seven_cups: \"returned 6\"",
        ),
    ];
    let six = source(&RIGHT.replace('7', "6"));
    for (name, first) in first_lines {
        let text = six.replacen("//! Tea.", first, 1);
        course.write(&course.solution(&format!("wrong/{name}.rs")), &text);
    }
    let ran = course.xtask(&["verify"]);
    ran.says(1, &[]);
    let all = faults(&course, &ran);
    for (name, _) in first_lines {
        let fault = format!(
            "SOLUTION/wrong/{name}.rs: its first line must read: //! The mistake. | promise: \
             \"words of its message\""
        );
        assert!(all.contains(&fault), "{name}:\n{all}");
    }
}

// Promises.

#[test]
fn a_promise_that_no_wrong_answer_breaks() {
    let course = Course::new("verify-unbroken");
    keep_of_other_answers(&course, &["wrong/a.rs", "wrong/six.rs"]);
    promise_also(&course, "fn it_is_tea() -> Kept {\n    judge::run(brew).kept()\n}");
    finds(
        &course,
        &course.xtask(&["verify"]),
        expect![[r#"
            EXERCISE: no wrong answer breaks the promise it_is_tea
            SOLUTION/wrong: 2 answers; at least 5
            SOLUTION/right: 0 answers; at least 5
            EXERCISE/hints.md: no hint fits the promise it_is_tea"#]],
    );
}

#[test]
fn a_test_that_bypasses_the_judge() {
    let course = Course::new("verify-bypass");
    keep_of_other_answers(&course, &["right/a.rs"]);
    promise_also(&course, "fn x() {}");
    promise_also(&course, "#[ignore]\nfn y() -> Kept {\n    judge::run(brew).returns(8).kept()\n}");
    course
        .xtask(&["verify"])
        .says(1, &["the test x passes without the judge", "the test y passes without the judge"]);
}

#[test]
fn an_exercise_without_promises() {
    let course = Course::new("verify-no-promise");
    keep_of_other_answers(&course, &[]);
    // Cargo builds the judge for tests: some exercise has to have one.
    keep_of_other_answers(&course.another("verify-some-promise"), &[]);
    let none = "- exercises/01-verify-no-promise: there is no promise";

    course.write(&course.test_file(), "//! Nothing is promised.\n");
    course.xtask(&["verify", "verify-no-promise"]).says(1, &[none]);
    course.remove(&course.exercise("tests"));
    course.xtask(&["verify", "verify-no-promise"]).says(1, &[none]);
}

// Rounds.

#[test]
fn an_answer_whose_verdict_changes_from_round_to_round() {
    let course = Course::new("verify-flaky");
    keep_of_other_answers(&course, &[]);
    // In exactly one of the rounds, whichever comes first, one cup is missing.
    let flaky = RIGHT.replace(
        "    7\n",
        &format!(
            "    let counts = std::env::args().any(|arg| arg == \"it_makes_seven_cups\");\n    \
             let first = counts && std::fs::File::create_new({:?}).is_ok();\n    \
             if first {{ 6 }} else {{ 7 }}\n",
            course.root.join("first").display().to_string()
        ),
    );
    course.write(&course.solution("right/flaky.rs"), &source(&flaky));
    course.xtask(&["verify", "--rounds", "3"]).says(
        1,
        &[
            "right/flaky.rs: round",
            "came to another verdict than the first; its inputs are drawn from seed 202",
        ],
    );
}

#[test]
fn what_is_found_in_every_round_is_said_once() {
    let course = Course::new("verify-rounds");
    keep_of_other_answers(&course, &[]);
    course.wrong("two_faults", "In turn. | it_makes_seven_cups: \"returned 6\"", IN_TURN);
    finds_besides_too_few(
        &course,
        &course.xtask(&["verify", "--rounds", "3"]),
        expect![[r#"
            SOLUTION/wrong/two_faults.rs: breaks the_pot_is_warm_when_the_water_boils, which its first line does not name
            SOLUTION/wrong/two_faults.rs: does not break it_makes_seven_cups, which its first line names"#]],
    );
}

// What belongs to an exercise besides answers.

#[test]
fn files_that_are_missing_too_few_or_disagree() {
    let course = Course::new("verify-files");
    let kept = ["wrong/a.rs", "wrong/b.rs", "wrong/c.rs", "wrong/six.rs", "right/a.rs"];
    keep_of_other_answers(&course, &kept);
    course.remove(&course.exercise("README.md"));
    course.remove(&course.exercise("examples/live.rs"));
    course.write(&course.exercise("hints.md"), "# Hints\n\n## One\n\nBoil.\n\n## Two\n\nWarm.\n");
    course.replace(&course.solution("start.rs"), "boil", "heat");
    course.replace(
        &course.exercise("Cargo.toml"),
        "name = \"verify-files\"",
        "name = \"verify-files-renamed\"",
    );
    course.replace(
        &course.exercise("Cargo.toml"),
        "learned = \"Water boils while the pot warms.\"\n",
        "",
    );
    for line in ["part = \"Kitchen\"\n", "idea = \"wait for both\"\n"] {
        course.replace(&course.exercise("Cargo.toml"), line, "");
    }
    course.replace("README.md", "| 5 min |", "| 6 min |");
    course.replace(&course.exercise("Cargo.toml"), "path = \"src/lib.rs\"\n", "");
    course.replace(&course.solution("Cargo.toml"), "-solution", "-answer");
    course.replace(&course.solution("Cargo.toml"), "Tea", "Coffee");
    course.replace(&course.solution("Cargo.toml"), "styles = []", "styles = [\"a\", \"gone\"]");
    course.digests();
    finds(
        &course,
        &course.xtask(&["verify"]),
        expect![[r#"
            EXERCISE/README.md: missing
            EXERCISE/examples/live.rs: missing
            EXERCISE/src/lib.rs: differs from SOLUTION/start.rs
            EXERCISE/Cargo.toml: the package is "verify-files-renamed"
            EXERCISE/Cargo.toml: [package.metadata.exercise] has no "part"
            EXERCISE/Cargo.toml: [package.metadata.exercise] has no "idea"
            EXERCISE/Cargo.toml: [package.metadata.exercise] has no "learned"
            EXERCISE/Cargo.toml: [lib] must say path = "src/lib.rs"
            SOLUTION/Cargo.toml: must say name = "verify-files-solution"
            SOLUTION/Cargo.toml: must say description = "Tea"
            SOLUTION/Cargo.toml: styles names "gone", but SOLUTION/right/gone.rs is missing or does not begin with //! and how it goes about it
            SOLUTION/src/lib.rs: does not compile.
            EXERCISE/tests: no promise is tried on any input (judge::any_input)
            SOLUTION/wrong: 4 answers; at least 5
            SOLUTION/right: 1 answer; at least 5
            EXERCISE/hints.md: 2 hints; at least 3
            EXERCISE/hints.md: no hint fits the promise it_makes_seven_cups
            EXERCISE/hints.md: no hint fits the promise the_pot_is_warm_when_the_water_boils
            README.md: its index must have the row"#]],
    );
}

#[test]
fn hints_that_fit_nothing_or_leave_a_promise_without_one() {
    let course = Course::new("verify-hints");
    keep_of_other_answers(&course, &["wrong/a.rs", "wrong/six.rs"]);
    course.write(
        &course.exercise("hints.md"),
        "# Hints\n\n## One\n<!-- fits: one-after-another blocked it_makes_tea -->\n\nBoil.\n\n\
         ## Two\n<!-- fits: it_makes_seven_cups -->\n\nWarm.\n\n\
         ## Three\n\nBoth.\n\n<!-- fits: the_pot_is_warm_when_the_water_boils -->\n",
    );
    finds_besides_too_few(
        &course,
        &course.xtask(&["verify"]),
        expect![[r#"
        EXERCISE/hints.md: hint 3 has a comment that would be shown; what it fits must stand right below its heading: <!-- fits: a_promise a-mistake -->
        EXERCISE/hints.md: hint 1 fits "blocked", which is no promise and no mistake of the answers here (not-awaited, one-after-another and unwritten)
        EXERCISE/hints.md: hint 1 fits "it_makes_tea", which is no promise and no mistake of the answers here (not-awaited, one-after-another and unwritten)
        EXERCISE/hints.md: no hint fits the promise the_pot_is_warm_when_the_water_boils"#]],
    );
}

#[test]
fn no_hints_no_skeleton_and_no_answers_at_all() {
    let course = Course::new("verify-nothing");
    keep_of_other_answers(&course, &[]);
    course.remove(&course.exercise("hints.md"));
    course.remove(&course.solution("start.rs"));
    finds(
        &course,
        &course.xtask(&["verify"]),
        expect![[r#"
            SOLUTION/start.rs: missing
            EXERCISE: no wrong answer breaks the promise it_makes_seven_cups
            EXERCISE: no wrong answer breaks the promise the_pot_is_warm_when_the_water_boils
            SOLUTION/wrong: 0 answers; at least 5
            SOLUTION/right: 0 answers; at least 5
            EXERCISE/hints.md: missing"#]],
    );
}

#[test]
fn a_learners_own_answer_is_only_found_to_differ() {
    let course = Course::new("verify-learner");
    keep_of_other_answers(&course, &[]);
    course.write(&course.exercise("src/lib.rs"), "pub async fn brew( {\n");
    finds_besides_too_few(
        &course,
        &course.xtask(&["verify"]),
        expect!["EXERCISE/src/lib.rs: differs from SOLUTION/start.rs"],
    );
}

#[test]
fn digests_that_are_missing_or_of_other_files() {
    let course = Course::new("verify-digests");
    keep_of_other_answers(&course, &[]);
    let manifest = course.solution("Cargo.toml");
    let line =
        |text: &str| text.lines().find(|line| line.starts_with("digests")).map(str::to_owned);
    let old = line(&course.read(&manifest)).unwrap();
    let fault = "[package.metadata.solution] must have this line, which cargo xtask verify 01 --digests \
                 writes";
    let refused =
        || line(course.xtask(&["verify"]).says(1, &[fault]).replace("      ", "").as_str());

    course.replace(&manifest, &format!("{old}\n"), "");
    assert_eq!(refused(), Some(old.clone()), "as it was");
    course.xtask(&["verify", "--digests"]).says(0, &[&format!("{manifest}: written")]);
    assert_eq!(line(&course.read(&manifest)), Some(old.clone()));
    assert_eq!(course.xtask(&["verify", "--digests"]).says(0, &[]), "", "nothing to write");

    let model = course.exercise("tests/model/mod.rs");
    course.write(&model, &format!("mod more;\n\n{}", course.read(&model)));
    course.write(&course.exercise("tests/model/more.rs"), "//! More.\n");
    let new = refused().unwrap();
    assert!(new != old && new.contains("\"tests/model/more.rs\" = \""), "{new}");
    course.replace(&manifest, &old, &new);
    finds_besides_too_few(&course, &course.xtask(&["verify"]), expect![""]);
}

#[test]
fn an_exercise_without_a_model_or_with_no_promise_about_any_input() {
    let course = Course::new("verify-model");
    keep_of_other_answers(&course, &[]);
    let by_hand = "judge::run(brew).returns(7).kept()";
    course.replace(&course.test_file(), "judge::any_input(model::cases)", by_hand);
    course.replace(&course.test_file(), "mod model;\n", "");
    course.remove(&course.exercise("tests/model"));
    course.digests();
    finds_besides_too_few(
        &course,
        &course.xtask(&["verify"]),
        expect![[r#"
            EXERCISE/tests/model/mod.rs: missing
            EXERCISE/tests: no promise is tried on any input (judge::any_input)"#]],
    );
}

// Form.

#[test]
fn answers_that_clippy_or_rustfmt_would_change() {
    let course = Course::new("verify-form");
    keep_of_other_answers(&course, &["right/a.rs", "right/b.rs", "wrong/a.rs", "wrong/six.rs"]);
    begin_with(&course, &skeleton("  todo!(\"boil it\")"));
    course.replace(&course.solution("src/lib.rs"), "    7\n", "    return  7;\n");
    course.replace(&course.solution("right/b.rs"), "    7\n", "  7\n");
    course.replace(&course.solution("wrong/a.rs"), "    7\n", "\n\n    7\n");
    let ran = course.xtask(&["verify"]);
    finds_besides_too_few(
        &course,
        &ran,
        expect![[r#"
            SOLUTION/right/b.rs: rustfmt would write it otherwise. What it would write: rustfmt --edition 2024 --config-path rustfmt.toml < SOLUTION/right/b.rs
            SOLUTION/src/lib.rs: rustfmt would write it otherwise. What it would write: rustfmt --edition 2024 --config-path rustfmt.toml < SOLUTION/src/lib.rs
            SOLUTION/start.rs: rustfmt would write it otherwise. What it would write: rustfmt --edition 2024 --config-path rustfmt.toml < SOLUTION/start.rs
            SOLUTION/wrong/a.rs: rustfmt would write it otherwise. What it would write: rustfmt --edition 2024 --config-path rustfmt.toml < SOLUTION/wrong/a.rs
            SOLUTION: clippy does not pass."#]],
    );
    ran.says(1, &["unneeded `return` statement"]);
}

/// A skeleton with this in its function.
fn skeleton(body: &str) -> String {
    format!("//! Tea.\n\npub async fn brew() -> u32 {{\n    {body}\n}}\n")
}

/// Makes this the skeleton, at both of its places.
fn begin_with(course: &Course, text: &str) {
    course.write(&course.solution("start.rs"), text);
    course.write(&course.exercise("src/lib.rs"), text);
}

/// Removes all right and wrong answers besides the solution but these: each is compiled, and waited
/// for.
fn keep_of_other_answers(course: &Course, kept: &[&str]) {
    for folder in ["right", "wrong"] {
        for entry in fs::read_dir(course.root.join(course.solution(folder))).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let answer = format!("{folder}/{name}");
            if !kept.contains(&answer.as_str()) {
                course.remove(&course.solution(&answer));
            }
        }
    }
}

/// Adds a test to the exercise.
fn promise_also(course: &Course, test: &str) {
    let file = course.test_file();
    course.write(&file, &format!("{}\n#[test]\n{test}\n", course.read(&file)));
    course.digests();
}

/// Asserts that these are the faults found, and no others.
#[track_caller]
fn finds(course: &Course, ran: &Ran, expected: Expect) {
    ran.says(1, &[]);
    expected.assert_eq(&faults(course, ran));
}

/// As [`finds`], of a course without enough other answers.
#[track_caller]
fn finds_besides_too_few(course: &Course, ran: &Ran, expected: Expect) {
    ran.says(1, &[]);
    expected.assert_eq(&faults_besides_too_few(course, ran));
}

/// The faults but for what follows from too few answers.
fn faults_besides_too_few(course: &Course, ran: &Ran) -> String {
    let all = faults(course, ran);
    let follows = |fault: &&str| {
        fault.ends_with("; at least 5") || fault.contains(": no wrong answer breaks the promise ")
    };
    all.lines().filter(|fault| !follows(fault)).collect::<Vec<_>>().join("\n")
}

/// The first line of each fault, with short names for the two folders; below it are words of the
/// compiler.
fn faults(course: &Course, ran: &Ran) -> String {
    let firsts = ran.stdout.lines().filter_map(|line| line.strip_prefix("  - "));
    let all = firsts.collect::<Vec<_>>().join("\n");
    let folder = |path: String| path.trim_end_matches('/').to_owned();
    all.replace(&folder(course.exercise("")), "EXERCISE")
        .replace(&folder(course.solution("")), "SOLUTION")
}
