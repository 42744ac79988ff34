//! A lesson that is longer than the terminal is shown a screen at a time.

#![cfg(unix)]

#[path = "../watch/tests/pseudo_terminal/mod.rs"]
mod pseudo_terminal;
mod support;

use pseudo_terminal::Terminal;
use support::Course;
use support::processes::soon;

#[test]
fn a_long_lesson_is_paged_and_a_short_one_is_not() {
    let course = Course::new("pager");
    let lines: String = (1..=40).map(|n| format!("- Cup {n}.\n")).collect();
    course.write(&course.exercise("README.md"), &format!("# Tea\n\n{lines}"));
    // What the terminal is sent, once this is a part of it.
    let shown = |pager: &str, rows, part: &str| {
        let variables = [("TERM", "xterm"), ("PAGER", pager)];
        let mut terminal = Terminal::start_as(&course, &["lesson", "01"], &variables, 80, rows);
        let (code, _) = terminal.ends();
        assert_eq!(code, Some(0));
        assert!(
            soon(|| terminal.everything().contains(part)),
            "{pager}: {}",
            terminal.everything()
        );
        terminal.everything()
    };
    let last = "Then edit exercises/01-pager/src/lib.rs";
    let paged = shown("head -n 3", 24, "Cup 1.");
    assert!(!paged.contains(last), "{paged}");
    for (pager, rows) in [("head -n 3", 60), ("", 24), ("no-such-pager -x", 24), ("cat", 24)] {
        let whole = shown(pager, rows, last);
        assert!(whole.contains("Cup 1."), "{pager}: {whole}");
    }
    // Where it isn't a terminal that reads, everything is printed at once.
    let mut command = course.command(&["lesson", "01"]);
    support::ran(command.env("PAGER", "head -n 3")).says(0, &["Cup 1.", last]);
}
