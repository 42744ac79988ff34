//! `solution`: one's own answer beside the course's, once there is one.

mod support;

use expect_test::expect;
use std::fs;
use support::{Course, IN_TURN, at, source};

#[test]
fn before_a_pass_the_answer_stays_closed_unless_it_is_asked_for() {
    let course = with_an_answer("learn-closed");
    course.answer(IN_TURN);
    let solution = |columns| at(&course, columns, &["solution", "01"]);
    expect![[r#"
        01 · Tea is not solved yet

          An answer teaches most beside your own, so ours waits for it.

          Check    cargo xtask check 01
          Stuck?   cargo xtask hint 01
          Anyway   cargo xtask solution 01 --spoil
    "#]]
    .assert_eq(&solution("80"));
    expect![[r#"
        01 · Tea is not solved yet

          An answer teaches most beside your
          own, so ours waits for it.

          Check    cargo xtask check 01
          Stuck?   cargo xtask hint 01
          Anyway   cargo xtask solution 01 --spoil
    "#]]
    .assert_eq(&solution("40"));
    assert_eq!(solution("120"), solution("80"));
    let closed = course.xtask(&["solution", "01"]).says(1, &["is not solved yet"]);
    assert!(!closed.contains("join!"), "{closed}");
    course.xtask(&["solution", "01", "--spoil"]).says(0, &["Ours is one way", "join!"]);
    course.xtask(&["solution"]).says(2, &["which exercise?", "cargo xtask solution 01"]);
}

#[test]
fn after_a_pass_both_answers_stand_side_by_side_or_below_each_other() {
    let course = with_an_answer("learn-compare");
    course.answer(YOURS);
    course.xtask(&["check"]).says(0, &["Compare: cargo xtask solution 01"]);
    let solution = |columns| {
        let screen = at(&course, columns, &["solution", "01"]);
        let columns = columns.parse().unwrap();
        let in_one_piece =
            |line: &str| line.split_whitespace().last().is_some_and(|word| word.contains('/'));
        for line in screen.lines().filter(|line| line.chars().count() > columns) {
            assert!(in_one_piece(line), "{line}");
        }
        screen
    };
    expect![[r#"
        01 · Tea · your answer and ours

          Ours is one way among others. Its comments say why it is so.

          exercises/01-learn-compare/src/lib.rs          solutions/01-learn-compare/src/lib.rs

          use lab::{SECOND, fetch};                      use lab::{SECOND, fetch};

          pub async fn brew() -> u32 {                   pub async fn brew() -> u32 {
              let water = fetch("water", 2 * SECOND);  |     // The pot warms while the water boils: neither needs the other,
                                                       |     // and nobody likes to wait for tea.
              let pot = fetch("pot", SECOND);          |     tokio::join!(fetch("water", 2 * SECOND), fetch("pot", SECOND));
              futures::future::join(water, pot).await; <
                                                       <
              7                                              7
          }                                              }
                                                       <
          fn unused() {}                               <

          | differs   < only in yours   > only in ours

          Other ways that are worth reading:

          solutions/01-learn-compare/right/a.rs
            Tea.

          Watch    cargo xtask run 01 --solution
    "#]].assert_eq(&solution("120"));
    expect![[r#"
        01 · Tea · your answer and ours

          Ours is one way among others. Its comments say why it is so.

          - exercises/01-learn-compare/src/lib.rs
          + solutions/01-learn-compare/src/lib.rs

            use lab::{SECOND, fetch};

            pub async fn brew() -> u32 {
          -     let water = fetch("water", 2 * SECOND);
          -     let pot = fetch("pot", SECOND);
          -     futures::future::join(water, pot).await;
          -
          +     // The pot warms while the water boils: neither needs the other, and
          +     // nobody likes to wait for tea.
          +     tokio::join!(fetch("water", 2 * SECOND), fetch("pot", SECOND));
                7
            }
          -
          - fn unused() {}

          Other ways that are worth reading:

          solutions/01-learn-compare/right/a.rs
            Tea.

          Watch    cargo xtask run 01 --solution
    "#]]
    .assert_eq(&solution("80"));
    expect![[r#"
        01 · Tea · your answer and ours

          Ours is one way among others. Its
          comments say why it is so.

          - exercises/01-learn-compare/src/lib.rs
          + solutions/01-learn-compare/src/lib.rs

            use lab::{SECOND, fetch};

            pub async fn brew() -> u32 {
          -     let water = fetch("water", 2 *
          -         SECOND);
          -     let pot = fetch("pot", SECOND);
          -     futures::future::join(water,
          -         pot).await;
          -
          +     // The pot warms while the water
          +     // boils: neither needs the
          +     // other, and nobody likes to
          +     // wait for tea.
          +     tokio::join!(fetch("water", 2 *
          +         SECOND), fetch("pot",
          +         SECOND));
                7
            }
          -
          - fn unused() {}

          Other ways that are worth reading:

          solutions/01-learn-compare/right/a.rs
            Tea.

          Watch    cargo xtask run 01 --solution
    "#]]
    .assert_eq(&solution("40"));
    // All the room that there is, and no colours needed to tell what differs.
    assert!(solution("100").contains(" | ") && !solution("99").contains(" | "));
    assert!(!solution("200").lines().any(|line| line.ends_with(' ')));
}

#[test]
fn answers_that_are_the_same_are_said_to_be() {
    let course = with_an_answer("learn-same");
    let contract = OURS.replace("pub async", "/// Brews tea.\npub async");
    course.answer(&contract.replace("\n    7", "\n\n    7").replace("    ", "\t"));
    course.xtask(&["check"]).says(0, &[]);
    let same = course.xtask(&["solution", "01"]).says(0, &["They are the same, line by line."]);
    assert!(
        !same.lines().any(|line| line.starts_with("  + ") && !line.contains("/lib.rs")),
        "{same}"
    );

    let silent = OURS.lines().filter(|line| !line.contains("//")).collect::<Vec<_>>().join("\n");
    course.answer(&silent);
    course.xtask(&["solution", "01"]).says(0, &["The code is the same.", "+ // The pot warms"]);
}

#[test]
fn an_answer_that_cannot_be_compared() {
    let course = with_an_answer("learn-incomparable");
    let answer = course.exercise("src/lib.rs");
    fs::write(course.root.join(&answer), b"fn \xff\x1b[2J() {}\n").unwrap();
    let screen = course.xtask(&["solution", "01", "--spoil"]).says(0, &["- fn \u{fffd}"]);
    assert!(!screen.contains('\x1b'), "{screen:?}");
    course.remove(&answer);
    let spoilt = course.xtask(&["solution", "01", "--spoil"]);
    spoilt.says(3, &["your file is gone", &answer, "cargo xtask reset 01"]);
}

/// A course whose solution says why it is as it is, and which other answers teach something.
fn with_an_answer(slug: &str) -> Course {
    let course = Course::new(slug);
    course.write(&course.solution("src/lib.rs"), &source(OURS));
    course.replace(&course.solution("Cargo.toml"), "styles = []", "styles = [\"a\", \"gone\"]");
    course
}

const OURS: &str = r#"
pub async fn brew() -> u32 {
    // The pot warms while the water boils: neither needs the other, and nobody likes to wait for tea.
    tokio::join!(fetch("water", 2 * SECOND), fetch("pot", SECOND));
    7
}
"#;

const YOURS: &str = r#"
/// Brews.
pub async fn brew() -> u32 {
    let water = fetch("water", 2 * SECOND);
    let pot = fetch("pot", SECOND);
    futures::future::join(water, pot).await;


    7
}

fn unused() {}
"#;
