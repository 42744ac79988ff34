//! A new exercise: what is made is sound, and what is left to its author is listed.

mod support;

use expect_test::expect;
use support::Course;

#[test]
fn what_is_made_is_sound_but_for_what_only_an_author_can_write() {
    let course = Course::new("new-first");
    let made = course.xtask(&["new", "hot-milk"]);
    made.says(0, &["02 · Hot milk", "solutions/02-hot-milk/start.rs", "cargo xtask verify 02"]);

    // It is an exercise like any other: broken as it begins, and solved by the solution.
    course.xtask(&["check", "02"]).says(1, &["0 of 2 promises kept", "serve ada"]);
    course.xtask(&["hint", "02"]).says(0, &["hint 1 of 3", "A nudge"]);
    course.xtask(&["run", "02", "--solution"]).says(0, &["soup for ada"]);
    let answer = course.read("solutions/02-hot-milk/src/lib.rs");
    course.write("exercises/02-hot-milk/src/lib.rs", &answer);
    course.xtask(&["check", "02"]).says(0, &["2 of 2 promises kept"]);
    let start = course.read("solutions/02-hot-milk/start.rs");
    course.write("exercises/02-hot-milk/src/lib.rs", &start);

    let left = course.xtask(&["verify", "02"]);
    assert_eq!(left.code, Some(1), "{}", left.stderr);
    let lines = left.stdout.lines().skip(1).filter_map(|line| line.strip_prefix("  "));
    let (marks, faults): (Vec<&str>, Vec<&str>) =
        lines.partition(|line| line.contains("still to be written"));
    expect![[r#"
        - exercises/02-hot-milk: no wrong answer breaks the promise all_of_this_holds_for_whatever_guest
        - exercises/02-hot-milk: no wrong answer breaks the promise the_guest_is_served_after_a_second
        - solutions/02-hot-milk/wrong: 0 answers; at least 5
        - solutions/02-hot-milk/right: 0 answers; at least 5
        - solutions/02-hot-milk/refused: 0 answers; at least 3
        - README.md: its index must have the row
            | 02 | [Hot milk](exercises/02-hot-milk) | TODO(author): what it teaches, in a few words | TODO(author): in Python, in JavaScript | ★★ | 15 min |"#]]
    .assert_eq(&faults.join("\n"));
    for path in
        ["README.md:3: still to be written: the story.", "src/lib.rs:3: still", "hints.md:6"]
    {
        assert!(marks.iter().any(|mark| mark.contains(path)), "{path} in {marks:#?}");
    }
    assert_eq!(marks.len(), 24, "{marks:#?}");
}

#[test]
fn a_name_that_cannot_be_or_is_taken() {
    let course = Course::new("new-names");
    for name in ["Tea", "1tea", "tea_cups", "tea--cups", "tea-", "../tea", "tee", "thé"] {
        let ran = course.xtask(&["new", name]);
        if name == "tee" {
            ran.says(0, &["02 · Tee"]);
        } else {
            ran.says(2, &["cannot name an exercise", "cargo xtask new try-join"]);
        }
    }
    for name in ["tee", "new-names", "tokio", "lab", "xtask-grade"] {
        course.xtask(&["new", name]).says(2, &["is taken"]);
    }
    for name in ["async", "yield"] {
        course.xtask(&["new", name]).says(2, &["is a word of Rust itself"]);
    }
}
