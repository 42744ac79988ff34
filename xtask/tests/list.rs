//! What there is and how far one is: `list`, whole and filtered, and `status`.

mod support;

use support::{Course, IN_TURN, RIGHT};

#[test]
fn exercises_stand_under_their_parts_in_the_order_of_the_first_of_each() {
    let course = Course::new("list-first");
    let second = course.numbered("02", "list-second");
    let third = course.numbered("03", "list-third");
    let part = |course: &Course, part: &str| {
        course.replace(&course.exercise("Cargo.toml"), "\"Kitchen\"", &format!("{part:?}"));
    };
    part(&course, "Zest");
    part(&second, "Ale");
    part(&third, "Zest");
    let list = course.xtask(&["list"]).says(0, &["0 of 3 exercises solved, 0 of 30 points"]);
    let names = ["Zest", " 01 ", " 03 ", "Ale", " 02 "];
    let places: Vec<usize> = names.iter().map(|name| list.find(name).expect(name)).collect();
    assert!(places.is_sorted(), "{list}");
    assert_eq!(list.matches("Zest").count(), 1, "{list}");
}

#[test]
fn every_state_is_told_without_colours() {
    let course = Course::new("list-solved");
    let tried = course.numbered("02", "list-tried");
    let changed = course.numbered("03", "list-changed");
    course.answer(RIGHT);
    tried.answer(IN_TURN);
    changed.answer(RIGHT);
    course.xtask(&["check", "--all"]).says(1, &["2 of 3 exercises solved"]);
    changed.answer(IN_TURN);
    // To read a hint is no attempt.
    course.numbered("04", "list-untouched");
    course.xtask(&["hint", "04"]).says(0, &[]);

    course.xtask(&["list"]).says(
        0,
        &[
            "✓ 01 Tea ★ 10 of 10 points 5 min solved",
            "… 02 Tea ★ 5 of 10 points 5 min 1 of 2 kept",
            "~ 03 Tea ★ 10 of 10 points 5 min changed since",
            "04 Tea ★ 0 of 10 points 5 min not begun",
            "~ changed since it was solved, or since its last check. What was solved counts.",
            "2 of 4 exercises solved, 25 of 40 points",
        ],
    );
    for status in [&["status"][..], &[]] {
        let parts = [
            "2 of 4 exercises solved, 25 of 40 points",
            "Next: 02 · Tea 1 of 2 promises kept so far, about 5 minutes",
            "Changed since it was solved (it counts all the same): 03 · Tea (cargo xtask check 03)",
        ];
        course.xtask(status).says(0, &parts);
    }
    // What was solved once is nothing to do.
    let todo = course.xtask(&["list", "--todo"]).says(0, &["02 Tea", "04 Tea", "2 of 4 exercises"]);
    assert!(!todo.contains("01  Tea") && !todo.contains("03  Tea"), "{todo}");
    course.xtask(&["list", "--todo", "untouched"]).says(0, &["04 Tea", "1 of 4 exercises shown."]);
}

#[test]
fn a_word_finds_number_name_title_part_and_concepts() {
    let course = Course::new("list-black");
    let green = course.numbered("02", "list-green");
    let manifest = green.exercise("Cargo.toml");
    green.replace(&manifest, "description = \"Tea\"", "description = \"Sencha\"");
    green.replace(&manifest, "\"Kitchen\"", "\"Garden\"");
    green.replace(&manifest, "join!", "select!");
    for word in ["02", "green", "sench", "GARDEN", "select!"] {
        let list = course.xtask(&["list", word]).says(0, &["02 Sencha", "1 of 2 exercises shown."]);
        assert!(!list.contains("01  Tea"), "{word}: {list}");
    }
    course.xtask(&["list", "waiting together"]).says(0, &["01 Tea", "02 Sencha"]);
    course.xtask(&["list", "waiting", "garden"]).says(0, &["02 Sencha", "1 of 2 exercises shown."]);
    let none = "No exercise has \"garden kitchen\" in its number, name, title, part or concepts.";
    course.xtask(&["list", "garden", "kitchen"]).says(0, &[none]);
}

#[test]
fn a_list_of_nothing_says_what_to_try() {
    let course = Course::new("list-nothing");
    let meant = "Did you mean \"list-nothing\"? `cargo xtask list` shows them all.";
    course.xtask(&["list", "list-nothink"]).says(0, &["No exercise has \"list-nothink\"", meant]);
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    course.xtask(&["list", "--todo"]).says(0, &["Every exercise is solved. `cargo xtask list`"]);
    let text = "Nothing with \"tea\" is left to solve. `cargo xtask list tea` shows";
    course.xtask(&["list", "tea", "--todo"]).says(0, &[text]);
    course.xtask(&["list", "--all"]).says(2, &["--all does not belong here"]);
}
