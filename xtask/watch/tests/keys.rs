//! What each key of watch shows, in a real terminal.

#![cfg(unix)]

mod pseudo_terminal;
#[path = "../../tests/support/mod.rs"]
mod support;

use expect_test::expect_file;
use pseudo_terminal::Terminal;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use support::processes::{lives, sleeper, soon, written};
use support::{Course, IN_TURN, NOT_AWAITED, RIGHT};

/// The sizes of a small terminal and of half of one.
const SIZES: [(u16, u16); 2] = [(80, 24), (40, 24)];

const TERM: (&str, &str) = ("TERM", "xterm");

#[test]
fn a_key_shows_all_keys() {
    let course = Course::new("keys-all");
    course.answer(RIGHT);
    for (columns, rows) in SIZES {
        let variables = [TERM, ("NO_COLOR", "1")];
        let terminal = Terminal::start_as(&course, &[], &variables, columns, rows);
        terminal.sees(&["2 of 2 promises kept", "? all keys"]);
        terminal.press("?");
        terminal.sees(&["All keys", "c    check", "Esc back"]);
        let screen = terminal.rows();
        expect_file![format!("screens/keys-{columns}.txt")].assert_eq(&screen);
    }
}

#[test]
fn a_new_exercise_begins_with_the_first_lines_of_its_lesson() {
    let course = Course::new("keys-lesson");
    let lines: String = (1..=40).map(|n| format!("- Cup {n}.\n")).collect();
    course.write(&course.exercise("README.md"), &format!("# Tea\n\nBoil.\n\n{lines}"));
    for (columns, rows) in SIZES {
        let terminal = Terminal::start(&course, &[], columns, rows);
        terminal.sees(&["Tea", "Boil.", "Cup 1.", "↓", "more", "Enter go on"]);
        terminal.press(" ");
        terminal.sees(&["Cup 22."]);
        terminal.press("\x1b[F");
        terminal.sees(&["Then edit", "Cup 40."]);
        terminal.press("\r");
        terminal.sees(&["01 · Tea", "0 of 2 promises kept", "c check"]);
        terminal.press("i");
        terminal.sees(&["Cup 1.", "Esc back"]);
    }
}

#[test]
fn the_first_save_puts_the_verdict_in_the_place_of_the_lesson() {
    let course = Course::new("keys-save");
    let terminal = Terminal::start(&course, &[], 80, 24);
    terminal.sees(&["Then edit"]);
    assert!(soon(|| course.root.join("progress.txt").exists()));
    course.answer(RIGHT);
    terminal.sees(&["01 · Tea", "2 of 2 promises kept"]);
}

#[test]
fn the_hint_is_the_one_that_fits() {
    let course = Course::new("keys-hint");
    course.answer(IN_TURN);
    for (columns, rows) in SIZES {
        let terminal = Terminal::start(&course, &[], columns, rows);
        terminal.sees(&["1 of 2 promises kept", "h hint"]);
        terminal.press("h");
        terminal.sees(&["hint 2 of 3", "Warm."]);
        terminal.press("\x1b");
        terminal.sees(&["1 of 2 promises kept", "c check"]);
        terminal.press("h");
        terminal.sees(&["hint 2 of 3", "Warm."]);
        drop(terminal);
        course.xtask(&["reset", "01", "--yes"]);
        course.answer(IN_TURN);
    }
}

#[test]
fn an_address_stays_in_one_piece_however_narrow_the_terminal_is() {
    let course = Course::new("keys-links");
    course.answer(IN_TURN);
    let address = format!("https://docs.rs/{}.html", "tokio/latest/".repeat(8));
    course.replace(&course.exercise("hints.md"), "Warm.", &format!("See [`warm`]({address}) now."));
    for (columns, rows) in SIZES {
        let terminal = Terminal::start(&course, &[], columns, rows);
        terminal.sees(&["1 of 2 promises kept"]);
        terminal.press("h");
        terminal.sees(&["hint 2 of 3", "See `warm`", &format!("({address})"), "now."]);
        // Drawn anew over what was there.
        terminal.press("?");
        terminal.sees(&["All keys"]);
        terminal.press("h");
        terminal.sees(&["See `warm`", &format!("({address})"), "now."]);
    }
}

#[test]
fn the_live_example_runs_on_the_real_clock() {
    let course = Course::new("keys-live");
    course.answer(RIGHT);
    for (columns, rows) in SIZES {
        let terminal = Terminal::start(&course, &[], columns, rows);
        terminal.sees(&["2 of 2 promises kept"]);
        terminal.press("r");
        terminal.sees(&["01 · Tea: live", "7 cups", "It has ended.", "r run again"]);
        terminal.press("\x1b");
        terminal.sees(&["2 of 2 promises kept"]);
    }
}

#[test]
fn a_live_example_without_end_is_stopped_when_nobody_looks() {
    let course = Course::new("keys-live-stays");
    let pids = course.root.join("pids");
    course.answer(NOT_AWAITED);
    let terminal = Terminal::start(&course, &[], 80, 24);
    terminal.sees(&["does not compile", "f all errors"]);
    terminal.press("r");
    terminal.sees(&["Your answer doesn't compile yet. c says why."]);
    terminal.press("\x1b");
    course.answer(&format!(
        "\npub async fn brew() -> u32 {{\n    println!(\"begun\");\n    if std::env::args().count() == 1 {{\n        \
         sleeper();\n        loop {{\n            std::thread::park();\n        }}\n    }}\n    7\n}}\n{}",
        sleeper(&pids)
    ));
    terminal.sees(&["1 of 2 promises kept"]);
    terminal.press("r");
    terminal.sees(&["live, on the real clock", "begun"]);
    let children = written(&pids, 2);
    terminal.press("c");
    assert!(soon(|| !children.iter().any(|pid| lives(pid))), "{children:?}");
}

#[test]
fn the_list_shows_what_was_changed() {
    let course = Course::new("keys-list");
    course.answer(RIGHT);
    let second = course.numbered("02", "keys-list-second");
    course.numbered("03", "keys-list-third");
    for (columns, rows) in SIZES {
        let terminal = Terminal::start(&course, &["01"], columns, rows);
        terminal.sees(&["2 of 2 promises kept", "Solved."]);
        second.answer(IN_TURN);
        terminal.press("l");
        terminal.sees(&["> ✓ 01 · Tea  solved", "~ 02 · Tea  changed", "03 · Tea  not begun"]);
    }
}

#[test]
fn words_begin_with_those_of_the_verdict() {
    let course = Course::new("keys-words");
    course.write("docs/words.md", "# Words\n\nAll.\n\n## drop\n\nDone.\n\n## future\n\nLater.\n");
    course.answer(NOT_AWAITED);
    let terminal = Terminal::start(&course, &[], 80, 30);
    terminal.sees(&["does not compile", "Words", "future (w)"]);
    terminal.press("w");
    let screen = terminal.sees(&["Words", "All.", "drop", "Done.", "future", "Later."]);
    assert!(screen.find("Later.") < screen.find("Done."), "{screen}");
}

#[test]
fn a_key_opens_the_answer_and_the_next_exercise_opens_by_itself() {
    let course = Course::new("keys-edit");
    let second = course.numbered("02", "keys-edit-second");
    let answer = |course: &Course| course.root.join(course.exercise("src/lib.rs"));
    let (first, second) = (answer(&course), answer(&second));
    let opened = course.root.join("opened");
    let opens = |files: &[&std::path::Path]| {
        let wanted: String = files.iter().map(|file| format!("{}\n", file.display())).collect();
        let said = || fs::read_to_string(&opened).unwrap_or_default();
        assert!(soon(|| said() == wanted), "{}", said());
    };
    let command = format!("--edit-cmd=>>'{}' echo", opened.display());
    let terminal = Terminal::start(&course, &["01", &command], 80, 24);
    terminal.sees(&["Then edit"]);
    terminal.press("e");
    opens(&[&first]);
    terminal.press("n");
    opens(&[&first, &second]);

    fs::remove_file(&opened).unwrap();
    let terminal = Terminal::start(&course, &["01", &command, "--no-editor"], 80, 24);
    terminal.sees(&["Then edit"]);
    terminal.press("n");
    terminal.sees(&["Then edit exercises/02"]);
    terminal.press("e");
    opens(&[&second]);
}

#[test]
fn the_editor_is_that_of_the_terminal() {
    let course = Course::new("keys-terminal");
    course.numbered("02", "keys-terminal-second");
    let calls = course.root.join("calls");
    for name in ["code", "zellij", "tmux"] {
        let file = course.root.join(name);
        let script = format!("#!/bin/sh\necho {name} \"$@\" >>'{}'\necho %7\n", calls.display());
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:{}", course.root.display(), std::env::var("PATH").unwrap());
    let answer = course.root.join(course.exercise("src/lib.rs")).display().to_string();
    let opens = |variables: &[(&str, &str)], keys: &str, wanted: &[String]| {
        let _ = fs::remove_file(&calls);
        let variables = [&[TERM, ("PATH", path.as_str())], variables].concat();
        let terminal = Terminal::start_as(&course, &["01"], &variables, 80, 24);
        terminal.sees(&["Then edit"]);
        let said = || fs::read_to_string(&calls).unwrap_or_default();
        for (index, key) in keys.chars().enumerate() {
            terminal.press(&key.to_string());
            assert!(soon(|| said().lines().count() > index), "{}", said());
        }
        let wanted: String = wanted.iter().map(|line| format!("{line}\n")).collect();
        assert!(soon(|| said() == wanted), "{}", said());
    };
    opens(&[("TERM_PROGRAM", "vscode")], "e", &[format!("code -g {answer}")]);
    opens(&[("ZELLIJ", "0")], "e", &[format!("zellij action edit {answer}")]);
    let split = |answer: &str| {
        format!("tmux split-window -h -P -F #{{pane_id}} sh -c vi -p \"$1\" sh {answer}")
    };
    let next = answer.replace("01-keys-terminal", "02-keys-terminal-second");
    let calls = [
        split(&answer),
        "tmux select-pane -t %7".to_owned(),
        "tmux break-pane -d -s %7".to_owned(),
        split(&next),
    ];
    opens(&[("TMUX", "socket"), ("EDITOR", "vi -p")], "een", &calls);
}

#[test]
fn where_no_editor_can_be_opened_a_line_says_so() {
    let course = Course::new("keys-no-editor");
    let terminal = Terminal::start(&course, &[], 80, 24);
    terminal.sees(&["Then edit"]);
    terminal.press("e");
    terminal.sees(&["No editor found. Start it with: cargo xtask watch --edit-cmd \"code -g\""]);
    let terminal = Terminal::start(&course, &["--edit-cmd", "exit 3;"], 80, 24);
    terminal.sees(&["Then edit"]);
    terminal.press("e");
    terminal.sees(&["The editor could not be started: exit status: 3"]);
    // One that wants the terminal doesn't get it.
    let terminal = Terminal::start(&course, &["--edit-cmd", "cat; cat </dev/tty; :"], 80, 24);
    terminal.sees(&["Then edit"]);
    terminal.press("e?");
    terminal.sees(&["All keys"]);
}
