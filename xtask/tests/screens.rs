//! Screens as they are seen: at 40, 80 and 120 columns and in colour, each kept in a file of
//! `tests/screens` (`UPDATE_EXPECT=1 cargo test -p xtask --test screens` writes them anew; then read
//! what has changed).

mod support;

use expect_test::expect_file;
use support::{Course, IN_TURN, RIGHT, ran};
use verdict::text::columns;

#[test]
fn before_the_first_check() {
    let course = Course::new("assam");
    screen(&course, "status-new", &["status"], 0);
    screen(&course, "hint", &["hint", "01", "1"], 0);
}

#[test]
fn under_way() {
    let course = Course::new("chai");
    let tried = course.numbered("02", "mate");
    let changed = course.numbered("03", "oolong");
    course.answer(RIGHT);
    tried.answer(IN_TURN);
    changed.answer(RIGHT);
    course.xtask(&["check", "--all"]).says(1, &["2 of 3 exercises solved"]);
    changed.answer(IN_TURN);
    let new = course.numbered("04", "sencha");
    about(&course, "Chai", "Kitchen", 1, 10);
    about(&tried, "Mate, twice infused", "Kitchen", 2, 15);
    about(&changed, "Oolong", "Garden", 3, 20);
    about(&new, "Sencha for a hundred guests and one", "Garden", 5, 100);
    screen(&course, "status", &["status"], 0);
    screen(&course, "list", &["list"], 0);
    screen(&course, "list-todo", &["list", "--todo", "garden"], 0);
    screen(&course, "list-nothing", &["list", "sench", "kitchen"], 0);
    screen(&course, "check-all", &["check", "--all"], 1);
}

#[test]
fn with_all_solved() {
    let course = Course::new("darjeeling");
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    screen(&course, "status-solved", &["status"], 0);
    screen(&course, "list-solved", &["list", "--todo"], 0);
}

#[test]
fn a_check_in_every_outcome() {
    let course = Course::new("matcha");
    course.numbered("02", "genmaicha");
    screen(&course, "check-skeleton", &["check", "01"], 1);
    course.answer(IN_TURN);
    screen(&course, "check-broken", &["check", "01"], 1);
    // Or else a hint would be offered, as to somebody who tries for the third time.
    course.remove("progress.txt");
    let waits = "fetch(\"water\", SECOND).await;\n    std::future::pending().await";
    course.answer(&format!("\npub async fn brew() -> u32 {{\n    {waits}\n}}\n"));
    screen(&course, "check-hung", &["check", "01"], 1);
    course.answer("\npub async fn brew() -> u32 {\n    fetch(\"water\", SECOND);\n    7\n}\n");
    screen(&course, "check-not-awaited", &["check", "01"], 1);
    course.answer("\npub async fn brew() -> u32 {\n    \"seven\"\n}\n");
    screen(&course, "check-does-not-compile", &["check", "01"], 1);
    course.answer("\npub async fn steep() -> u32 {\n    7\n}\n");
    screen(&course, "check-does-not-fit", &["check", "01"], 1);
    course.remove(&course.exercise("src/lib.rs"));
    screen(&course, "check-damaged", &["check", "01"], 1);
    course.answer(RIGHT);
    screen(&course, "check-solved", &["check", "01"], 0);
}

#[test]
fn help_and_errors() {
    let course = Course::new("earl-grey");
    screen(&course, "help", &["help"], 0);
    screen(&course, "help-check", &["help", "check"], 0);
    screen(&course, "help-list", &["list", "--help"], 0);
    screen(&course, "error-command", &["chek"], 2);
    screen(&course, "error-exercise", &["check", "earl-gray"], 2);
    screen(&course, "error-option", &["list", "--all"], 2);
    screen(&course, "error-format", &["list", "--format", "yaml"], 2);
}

/// Tells what an exercise is called and what it costs.
fn about(exercise: &Course, title: &str, part: &str, level: u32, points: u32) {
    let manifest = exercise.exercise("Cargo.toml");
    exercise.replace(&manifest, "\"Tea\"", &format!("{title:?}"));
    exercise.replace(&manifest, "\"Kitchen\"", &format!("{part:?}"));
    exercise.replace(&manifest, "level = 1", &format!("level = {level}"));
    exercise.replace(&manifest, "points = 10", &format!("points = {points}"));
    exercise.digests();
}

/// What this call shows, at every width and in colour, as it is kept in a file of this name.
#[track_caller]
fn screen(course: &Course, name: &str, args: &[&str], code: i32) {
    let shown = |width: usize, colour: bool| {
        let mut command = course.command(args);
        command.env("COLUMNS", width.to_string()).env_remove("NO_COLOR");
        command.env_remove("CLICOLOR_FORCE");
        if colour {
            command.env("CLICOLOR_FORCE", "1");
        }
        let ran = ran(&mut command);
        assert_eq!(ran.code, Some(code), "{}{}", ran.stdout, ran.stderr);
        // What cargo has to say meanwhile depends on what else is going on.
        without_the_compiler(if code < 2 { &ran.stdout } else { &ran.stderr })
    };
    let mut all = format!("$ cargo xtask {}\n", args.join(" "));
    for width in [40, 80, 120] {
        let plain = shown(width, false);
        for line in plain.lines() {
            // A path stays in one piece: it is to be clicked on.
            let has_a_path = line.split_whitespace().any(|word| word.contains('/'));
            assert!(has_a_path || columns(line) <= width, "{name} at {width}: {line}");
            assert_eq!(line, line.trim_end(), "{name} at {width}");
        }
        let painted = tagged(&shown(width, true));
        assert_eq!(untagged(&painted), plain, "{name} at {width}: the same words in colour");
        all += &format!("\n==== {width} columns\n\n{plain}");
        if width == 80 {
            all += &format!("\n==== {width} columns, in colour\n\n{painted}");
        }
    }
    expect_file![format!("screens/{name}.txt")].assert_eq(&all);
}

/// What the compiler says differs from one to the next.
fn without_the_compiler(text: &str) -> String {
    let Some((title, rest)) = text.split_once("does not compile") else { return text.to_owned() };
    let Some(ours) = rest.lines().find(|line| line.contains("Start at")) else {
        return text.to_owned();
    };
    let (_, after) = rest.split_once(ours).unwrap();
    let end_of_title = rest.lines().next().unwrap();
    format!("{title}does not compile{end_of_title}\n\n… the compiler's words …\n\n{ours}{after}")
}

/// Colours and weights, by name.
const TAGS: [(&str, &str); 7] = [
    ("\x1b[0m", "</>"),
    ("\x1b[1m", "<bold>"),
    ("\x1b[2m", "<faint>"),
    ("\x1b[31m", "<red>"),
    ("\x1b[32m", "<green>"),
    ("\x1b[33m", "<yellow>"),
    ("\x1b[36m", "<cyan>"),
];

fn tagged(text: &str) -> String {
    let text = TAGS.iter().fold(text.to_owned(), |text, (code, tag)| text.replace(code, tag));
    assert!(!text.contains('\x1b'), "{text:?}");
    text
}

fn untagged(text: &str) -> String {
    TAGS.iter().fold(text.to_owned(), |text, (_, tag)| text.replace(tag, ""))
}
