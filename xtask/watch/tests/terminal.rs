//! A learner's day in a real terminal: saves, keys, interruptions.

#![cfg(unix)]

mod pseudo_terminal;
#[path = "../../tests/support/mod.rs"]
mod support;

use expect_test::expect_file;
use pseudo_terminal::Terminal;
use rustix::process::Signal;
use std::fs;
use support::processes::{heeds_hangups, lives, sleeper, soon, written};
use support::{Course, IN_TURN, RIGHT};

/// Holds its thread until the judge has had enough: a check of it takes a while.
const BLOCKS: &str = r#"
pub async fn brew() -> u32 {
    loop {
        std::hint::spin_loop();
    }
}
"#;

const BROKEN: &str = "1 of 2 promises kept";
const SOLVED: &str = "2 of 2 promises kept";

#[test]
fn from_a_wrong_answer_over_a_save_during_a_check_to_the_next_exercise() {
    let course = Course::new("watch-first");
    let second = course.numbered("02", "watch-second");
    let mut terminal = Terminal::start(&course, &[], 80, 30);
    terminal.sees(&["Then edit exercises/01-watch-first/src/lib.rs", "Enter go on"]);
    terminal.press("\r");
    terminal.sees(&["01 · Tea", "0 of 2 promises kept", "Waits for a save", "q quit"]);
    assert!(terminal.is_raw());

    course.answer(IN_TURN);
    terminal.sees(&[BROKEN, "It took 3 s of simulated time", "Waits for a save"]);

    // The verdict on this one would take a second and a half, and never comes.
    course.answer(BLOCKS);
    terminal.sees(&["Checking"]);
    course.answer(RIGHT);
    terminal.sees(&[SOLVED, "Water boils while the pot warms.", "Solved. Next: 02 · Tea"]);
    assert!(!terminal.everything().contains("stuck"), "the stopped check had its say");
    assert!(course.read("progress.txt").contains("watch-first solved 2/2"));

    terminal.press("n");
    terminal.sees(&["Then edit exercises/02-watch-second/src/lib.rs", "Enter go on"]);
    terminal.press("\r");
    terminal.sees(&["02 · Tea", "boil the water", "watch-second/src/lib.rs"]);
    terminal.press("h");
    terminal.sees(&["hint 1 of 3", "Boil."]);
    terminal.press("h");
    terminal.sees(&["hint 2 of 3", "Warm."]);
    // A save does not turn the page under the reader's eyes.
    second.answer(IN_TURN);
    assert!(soon(|| course.read("progress.txt").contains("watch-second tried 1/2")));
    terminal.sees(&["hint 2 of 3", "Waits for a save"]);
    terminal.press("\x1b");
    terminal.sees(&["02 · Tea", BROKEN]);

    terminal.press("l");
    terminal.sees(&["Which exercise?", "> "]);
    terminal.press("1\r");
    terminal.sees(&["01 · Tea", SOLVED]);
    terminal.press("l");
    terminal.sees(&["Which exercise?"]);
    terminal.press("\x1b[B\r");
    terminal.sees(&["02 · Tea", BROKEN]);

    terminal.press("q");
    let (code, left) = terminal.ends();
    assert_eq!(code, Some(0));
    assert!(left.contains("02 · Tea: 1 of 2 promises kept"), "{left}");
    assert!(!left.contains("q quit"), "{left}");
}

#[test]
fn everything_else_is_a_key_away() {
    let course = Course::new("watch-keys");
    let mut terminal = Terminal::start(&course, &[], 80, 30);
    terminal.sees(&["Then edit"]);
    terminal.press("\r");
    terminal.sees(&["0 of 2 promises kept", "Waits for a save"]);

    // Different answers that break the same promise: a hint is offered, and a key shows it.
    for times in [2, 3, 4] {
        course.answer(&IN_TURN.replace('7', &times.to_string()));
        assert!(soon(|| course.read("progress.txt").contains(&format!("*{times}"))));
    }
    terminal.sees(&["Broken four times now. Hint 2 is about this: press h"]);
    terminal.press("h");
    terminal.sees(&["hint 2 of 3", "Warm."]);

    terminal.press("s");
    terminal.sees(&["01 · Tea is not solved yet", "y our answer"]);
    terminal.press("\x1b");
    terminal.sees(&["0 of 2 promises kept"]);
    course.answer(&RIGHT.replace("    7", "    let cups = 7;\n    cups"));
    terminal.sees(&[SOLVED]);
    terminal.press("s");
    terminal.sees(&["your answer and ours", "let cups = 7;"]);
    terminal.press("t");
    terminal.sees(&["your answer", "pot", "water", "cargo xtask timeline 01 --solution"]);

    terminal.press("x");
    terminal.sees(&["begin again?", "any other key"]);
    terminal.press("n");
    terminal.sees(&[SOLVED]);
    terminal.press("xy");
    terminal.sees(&["0 of 2 promises kept", "boil the water"]);
    let kept = course.read(&course.kept(1));
    assert!(kept.contains("let cups = 7;"), "{kept}");
    assert!(course.read("progress.txt").contains("watch-keys solved 2/2"));
    terminal.press("q");
    assert_eq!(terminal.ends().0, Some(0));
}

#[test]
fn screens_fit_and_colours_come_only_where_they_are_wanted() {
    let course = Course::new("watched");
    course.answer(IN_TURN);
    let colours = ["\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[2m"];
    let (coloured, plain) = ([("TERM", "xterm")], [("TERM", "xterm"), ("NO_COLOR", "1")]);
    for (columns, rows) in [(40, 40), (80, 30), (120, 30)] {
        let screens = [&coloured[..], &plain[..]].map(|variables| {
            let terminal = Terminal::start_as(&course, &[], variables, columns, rows);
            terminal.sees(&[BROKEN, "Waits for a save"]);
            let painted = colours.iter().any(|colour| terminal.everything().contains(colour));
            assert_eq!(painted, variables == coloured, "{:?}", terminal.everything());
            terminal.rows()
        });
        assert_eq!(screens[0], screens[1], "the same words with colours and without");
        expect_file![format!("screens/{columns}.txt")].assert_eq(&screens[0]);
    }
}

#[test]
fn another_size_is_another_screen() {
    let course = Course::new("watch-size");
    course.answer(IN_TURN);
    let mut terminal = Terminal::start(&course, &[], 100, 40);
    let fits = |screen: &str, columns| screen.lines().all(|line| line.chars().count() <= columns);
    let wide = terminal.sees(&["Waits for a save", "Promise"]);
    assert!(!wide.contains('↓') && fits(&wide, 100), "{wide}");
    terminal.resize(40, 16);
    let small = terminal.sees(&["↓", "q quit"]);
    assert!(fits(&small, 40), "{small}");
    // What does not fit is a key away.
    terminal.press("\x1b[F");
    assert!(soon(|| !terminal.screen().contains('↓')), "{}", terminal.screen());
    terminal.sees(&["exercises/01-watch-size/src/lib.rs"]);
    terminal.press("\x1b[H");
    terminal.sees(&["01 · Tea", "↓"]);
    // Smaller than anything fits is no reason to fall over.
    terminal.resize(3, 2);
    terminal.resize(1, 1);
    terminal.resize(80, 24);
    terminal.sees(&["01 · Tea", BROKEN, "q quit"]);
    terminal.press("\x03");
    assert_eq!(terminal.ends().0, Some(0));
}

#[test]
fn a_killed_program_is_a_verdict_and_the_watch_goes_on() {
    let course = Course::new("watch-killed");
    let pids = course.root.join("pids");
    course.answer(&stays(&pids));
    let mut terminal = Terminal::start(&course, &[], 80, 40);
    let running = written(&pids, 2);
    let _ = std::process::Command::new("kill").args(["-9", &running[1]]).status();
    terminal.sees(&["0 of 2 promises kept", "The whole program was ended", "Waits for a save"]);
    assert!(terminal.is_raw());
    course.answer(RIGHT);
    terminal.sees(&[SOLVED]);
    terminal.press("q");
    assert_eq!(terminal.ends().0, Some(0));
}

#[test]
fn told_to_end_it_gives_the_terminal_back_and_leaves_nothing_behind() {
    let mut signals = vec![("term", Signal::TERM), ("int", Signal::INT)];
    if heeds_hangups() {
        signals.push(("hup", Signal::HUP));
    }
    for (name, signal) in signals {
        let course = Course::new(&format!("watch-{name}"));
        let pids = course.root.join("pids");
        course.answer(&stays(&pids));
        let mut terminal = Terminal::start(&course, &[], 80, 24);
        let children = written(&pids, 2);
        terminal.kill(signal);
        assert_eq!(terminal.ends().0, Some(128 + signal.as_raw()));
        assert!(soon(|| !children.iter().any(|pid| lives(pid))), "{name}: {children:?}");
    }
}

#[test]
fn the_mark_in_a_long_list_stays_on_a_short_screen() {
    let course = Course::new("watch-long-list");
    for number in ["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14"] {
        course.numbered(number, &format!("watch-long-list-{number}"));
    }
    let mut terminal = Terminal::start(&course, &[], 80, 12);
    terminal.sees(&["Then edit"]);
    terminal.press("l");
    terminal.sees(&["Which exercise?", "> … 01 · Tea"]);
    for _ in 0..13 {
        terminal.press("j");
    }
    terminal.sees(&[">   14 · Tea"]);
    for _ in 0..13 {
        terminal.press("k");
    }
    terminal.sees(&["Which exercise?", "> … 01 · Tea"]);
    terminal.press("09");
    terminal.sees(&[">   09 · Tea"]);
    terminal.press("q");
    assert_eq!(terminal.ends().0, Some(0));
}

#[test]
fn killed_without_a_word_it_leaves_no_child_and_loses_no_progress() {
    let course = Course::new("watch-kill-9");
    course.answer(RIGHT);
    let pids = course.root.join("pids");
    let mut terminal = Terminal::start(&course, &[], 80, 24);
    terminal.sees(&[SOLVED]);
    assert!(soon(|| course.read("progress.txt").contains("watch-kill-9 solved 2/2")));
    let progress = course.read("progress.txt");
    course.answer(&stays(&pids));
    let children = written(&pids, 2);
    terminal.kill(Signal::KILL);
    // Only a second process can clean up now. (The terminal stays as it is: a shell resets it.)
    assert!(soon(|| !children.iter().any(|pid| lives(pid))), "{children:?} live on");
    assert_eq!(course.read("progress.txt"), progress);
    terminal = Terminal::start(&course, &[], 80, 24);
    terminal.sees(&["01 · Tea", "Checking"]);
    course.answer(RIGHT);
    terminal.sees(&[SOLVED]);
}

#[test]
fn killed_while_cargo_is_at_work_it_leaves_no_compiler_behind() {
    let course = Course::new("watch-kill-cargo");
    let pids = course.root.join("pids");
    course.answer(RIGHT);
    // A build script that never ends.
    course.write(
        &course.exercise("build.rs"),
        &format!(
            "fn main() {{\n    sleeper();\n    loop {{\n        std::thread::park();\n    }}\n}}\n{}",
            sleeper(&pids)
        ),
    );
    let terminal = Terminal::start(&course, &[], 80, 24);
    let children = written(&pids, 2);
    terminal.kill(Signal::KILL);
    assert!(soon(|| !children.iter().any(|pid| lives(pid))), "{children:?} live on");
}

#[test]
fn a_folder_that_is_renamed_is_missed_at_once_and_followed_where_the_course_knows_it() {
    let course = Course::new("watch-moved");
    course.answer(RIGHT);
    let folder =
        |home: &str, number: &str| course.root.join(format!("{home}/{number}-watch-moved"));
    let terminal = Terminal::start(&course, &[], 80, 24);
    terminal.sees(&[SOLVED, "Solved"]);
    fs::rename(folder("exercises", "01"), folder("exercises", "21")).unwrap();
    terminal.sees(&["The folder exercises/01-watch-moved is gone."]);
    fs::rename(folder("exercises", "21"), folder("exercises", "01")).unwrap();
    terminal.sees(&["01 · Tea", SOLVED]);

    // As an update gives it another number.
    fs::rename(folder("exercises", "01"), folder("exercises", "21")).unwrap();
    terminal.sees(&["The folder exercises/01-watch-moved is gone."]);
    fs::rename(folder("solutions", "01"), folder("solutions", "21")).unwrap();
    let manifest = course.read("Cargo.toml").replace("/01-watch-moved", "/21-watch-moved");
    course.write("Cargo.toml", &manifest);
    terminal.sees(&["The exercise has moved to exercises/21-watch-moved.", "21 · Tea", SOLVED]);
    fs::write(folder("exercises", "21").join("src/lib.rs"), support::source(IN_TURN)).unwrap();
    terminal.sees(&["21 · Tea", BROKEN]);
    // A new one is noticed at the next check.
    course.numbered("02", "watch-moved-new");
    fs::write(folder("exercises", "21").join("src/lib.rs"), support::source(RIGHT)).unwrap();
    terminal.sees(&[SOLVED]);
    terminal.press("l");
    terminal.sees(&["02 · Tea", "> ✓ 21 · Tea"]);
}

#[test]
fn in_a_terminal_that_can_only_print_it_prints_plain_lines() {
    let course = Course::new("watch-dumb");
    course.answer(RIGHT);
    let mut simple = Terminal::start_as(&course, &[], &[("TERM", "dumb")], 80, 24);
    simple.sees(&[SOLVED]);
    assert!(!simple.is_raw());
    simple.kill(Signal::TERM);
    assert_eq!(simple.ends().0, Some(143));
    assert!(!simple.everything().contains('\x1b'), "{:?}", simple.everything());
}

/// An answer that starts a process which would stay, and never ends itself.
fn stays(pids: &std::path::Path) -> String {
    format!(
        "\npub async fn brew() -> u32 {{\n    sleeper();\n    loop {{\n        std::thread::park();\n    }}\n}}\n{}",
        sleeper(pids)
    )
}
