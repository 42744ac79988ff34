//! The picture of each promise's run, on a screen and as a file; and that the pictures in the README
//! are those of today.

mod support;

use expect_test::expect;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::{Course, IN_TURN, RIGHT, Ran, ran};

const NOT_COMPILING: &str = "\npub async fn brew() -> u32 {\n    \"seven\"\n}\n";

#[test]
fn promises_whose_runs_look_the_same_share_a_picture() {
    let course = Course::new("timeline-shared");
    course.answer(IN_TURN);
    expect![[r#"
        01 · Tea                                                             your answer

          ✗ the pot is warm when the water boils
            It took 3 s of simulated time; the promise is 2 s.
          ✓ it makes seven cups

            water  ████████████████████████
            pot                            ████████████
                   0s          1s          2s          3s
    "#]]
    .assert_eq(screen(&course.xtask(&["timeline", "01"]), 0));
    course.answer(RIGHT);
    expect![[r#"
        01 · Tea                                                             your answer

          ✓ the pot is warm when the water boils
          ✓ it makes seven cups

            water  ████████████████████████████████████████████████
            pot    ████████████████████████
                   0s          500ms       1s          1.5s        2s
    "#]]
    .assert_eq(screen(&course.xtask(&["timeline"]), 0));
    assert!(!course.root.join("progress.txt").exists(), "a picture is no check");
}

#[test]
fn the_solution_stands_beside_the_answer_where_there_is_room() {
    let course = Course::new("timeline-solution");
    course.answer(IN_TURN);
    let at = |columns: &str| {
        let args = ["timeline", "01", "--solution"];
        ran(course.command(&args).env("COLUMNS", columns))
    };
    expect![[r#"
        01 · Tea                                                       your answer and the course's solution

          ✗ the pot is warm when the water boils
            It took 3 s of simulated time; the promise is 2 s.
          ✓ it makes seven cups

            your answer                                                 the course's solution
            water  ████████████████████████                             water  ████████████████████████
            pot                            ████████████                 pot    ████████████
                   0s          1s          2s          3s                      0s          1s          2s          3s
    "#]].assert_eq(screen(&at("120"), 0));
    expect![[r#"
        01 · Tea                                   your answer and the course's solution

          ✗ the pot is warm when the water boils
            It took 3 s of simulated time; the promise is 2 s.
          ✓ it makes seven cups

            your answer
            water  ████████████████████████
            pot                            ████████████
                   0s          1s          2s          3s

            the course's solution
            water  ████████████████████████
            pot    ████████████
                   0s          1s          2s          3s
    "#]]
    .assert_eq(screen(&at("80"), 0));
    expect![[r#"
        01 · Tea
        your answer and the course's solution

          ✗ the pot is warm when the water boils
            It took 3 s of simulated time; the
            promise is 2 s.
          ✓ it makes seven cups

            your answer
            water  ██████████████████
            pot                      █████████
                   0s       1s       2s       3s

            the course's solution
            water  ██████████████████
            pot    █████████
                   0s       1s       2s       3s
    "#]]
    .assert_eq(screen(&at("40"), 0));
}

#[test]
fn where_nothing_was_recorded_a_line_says_so() {
    let course = Course::new("timeline-nothing");
    expect![[r#"
        01 · Tea                                                             your answer

          ✗ the pot is warm when the water boils
            This part is still to be written: boil the water
          ✗ it makes seven cups
            Tried: brew(). This part is still to be written: boil the water

            Nothing was recorded.
    "#]]
    .assert_eq(screen(&course.xtask(&["timeline"]), 0));
}

#[test]
fn any_file_can_be_shown_as_an_answer() {
    let course = Course::new("timeline-answer");
    course.answer(NOT_COMPILING);
    let wrong = course.solution("wrong/a.rs");
    expect![[r#"
        01 · Tea                                 solutions/01-timeline-answer/wrong/a.rs

          ✗ the pot is warm when the water boils
            It took 3 s of simulated time; the promise is 2 s.
          ✓ it makes seven cups

            water  ████████████████████████
            pot                            ████████████
                   0s          1s          2s          3s
    "#]]
    .assert_eq(screen(&course.xtask(&["timeline", "--answer", &wrong]), 0));
    // From inside the course too, and by whatever way to it.
    let mut inside = course.command(&["timeline", "01", "--answer", "a.rs"]);
    inside.current_dir(course.root.join(course.solution("wrong")));
    ran(&mut inside).says(0, &[&format!("01 · Tea {wrong}"), "✗ the pot is warm"]);
}

#[test]
fn what_does_not_compile_is_shown_as_a_check_shows_it() {
    let course = Course::new("timeline-broken");
    course.answer(NOT_COMPILING);
    let checked = course.xtask(&["check"]);
    assert_eq!(screen(&course.xtask(&["timeline"]), 1), screen(&checked, 1));
    course.xtask(&["timeline", "--solution"]).says(1, &["does not compile"]);

    course.write("mine.rs", &support::source(NOT_COMPILING));
    let other = course.xtask(&["timeline", "--answer", "mine.rs"]);
    other.says(
        1,
        &["does not compile", "mismatched types", "--> mine.rs:6:5", "Start at mine.rs:6:5"],
    );

    course.write("mine.rs", &support::source(RIGHT).replace("brew", "stew"));
    let other = course.xtask(&["timeline", "--answer", "mine.rs"]);
    let said = other.says(
        1,
        &["does not fit its tests", "the tests can't call it", "pub async fn brew() -> u32"],
    );
    assert!(!said.contains(course.root.to_str().unwrap()), "{said}");

    course.remove(&course.exercise("src/lib.rs"));
    course.xtask(&["timeline"]).says(1, &["incomplete", "Your file is gone"]);
}

#[test]
fn calls_that_make_no_sense_are_refused() {
    let course = Course::new("timeline-calls");
    course.xtask(&["timeline", "99"]).says(2, &["there is no exercise \"99\"", "xtask list"]);
    let missing = course.xtask(&["timeline", "01", "--answer", "none.rs"]);
    missing.says(2, &["there is no file none.rs", "src/lib.rs"]);
    course.xtask(&["timeline", "01", "--answer", "exercises"]).says(2, &["there is no file"]);
    course.xtask(&["timeline", "01", "--svg"]).says(2, &["missing argument", "xtask help"]);
    let solution = course.solution("src/lib.rs");
    course.write(&solution, &support::source(NOT_COMPILING));
    let said = course.xtask(&["timeline", "01", "--solution"]);
    said.says(3, &[&format!("{solution} does not compile"), &format!("--> {solution}:6:5")]);
}

#[test]
fn a_picture_is_written_in_one_piece_and_over_nothing_but_a_picture() {
    let course = Course::new("timeline-svg");
    course.answer(RIGHT);
    let svg = |file: &str| course.xtask(&["timeline", "01", "--svg", file]);
    assert_eq!(screen(&svg("tea.svg"), 0), "The picture is in tea.svg\n");
    let right = course.read("tea.svg");
    assert!(right.starts_with("<svg ") && right.ends_with("</svg>\n"), "{right}");
    assert!(right.contains("water began at 0 s and was completed at 2 s."), "{right}");

    course.answer(IN_TURN);
    svg("tea.svg").says(0, &["The picture is in tea.svg"]);
    let both = course.xtask(&["timeline", "01", "--solution", "--svg", "both.svg"]);
    both.says(0, &["The picture is in both.svg"]);
    assert_ne!(course.read("tea.svg"), right);
    let both = course.read("both.svg");
    assert!(both.contains(">your answer<") && both.contains(">the course&#39;s solution<"));

    let page = "<!doctype html><body><svg></svg></body>\n";
    course.write("page.svg", page);
    svg("page.svg").says(2, &["page.svg is there already and is no SVG", "another name"]);
    assert_eq!(course.read("page.svg"), page);
    svg("exercises").says(2, &["exercises is a folder"]);
    svg("nowhere/tea.svg").says(2, &["there is no folder nowhere", "Make it first."]);

    let names = fs::read_dir(&course.root).unwrap().map(|file| file.unwrap().file_name());
    let left: Vec<_> = names.filter(|name| name.to_string_lossy().contains("new-")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_to() {
    use std::os::unix::fs::PermissionsExt;

    let course = Course::new("timeline-read-only");
    course.answer(RIGHT);
    let set_mode =
        |mode| fs::set_permissions(&course.root, PermissionsExt::from_mode(mode)).unwrap();
    course.xtask(&["timeline"]).says(0, &[]);
    set_mode(0o555);
    let command = support::without_powers(course.command(&["timeline", "01", "--svg", "tea.svg"]));
    let drawn = command.map(|mut command| ran(&mut command));
    set_mode(0o755);
    // A superuser who cannot shed the power to write everywhere sees nothing of this.
    if let Some(drawn) = drawn {
        drawn.says(3, &["could not write tea.svg: Permission denied", "where you may write"]);
    }
}

/// The README's pictures show what an answer really did: they are made again, and must be the same.
#[test]
fn the_pictures_in_the_readme_are_those_of_today() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    for (answer, picture) in [
        ("src/lib.rs", "docs/pictures/gather-solution.svg"),
        ("wrong/one_after_another.rs", "docs/pictures/gather-one-after-another.svg"),
    ] {
        assert!(readme.contains(picture), "README.md does not show {picture}");
        let answer = format!("solutions/01-gather/{answer}");
        let fresh =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(Path::new(picture).file_name().unwrap());
        let _ = fs::remove_file(&fresh);
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["timeline", "gather", "--answer", &answer, "--svg"]).arg(&fresh);
        ran(command.current_dir(root)).says(0, &["The picture is in"]);
        // Git may change ends of lines between systems.
        let read = |path: &Path| fs::read_to_string(path).unwrap_or_default().replace('\r', "");
        let (fresh, kept) = (read(&fresh), read(&root.join(picture)));
        assert!(
            fresh == kept,
            "{picture} is out of date. Make it again:\n\
             cargo xtask timeline gather --answer {answer} --svg {picture}"
        );
    }
}

/// The whole of standard output, after asserting the exit code.
#[track_caller]
fn screen(ran: &Ran, code: i32) -> &str {
    assert_eq!(ran.code, Some(code), "{}{}", ran.stdout, ran.stderr);
    &ran.stdout
}
