//! The lines above and below a verdict: what is going on, and which keys there are.

use anstyle::Style;
use verdict::text::{columns, pad, truncate};
use xtask::attempt::Attempt;
use xtask::course::{Course, Exercise};
use xtask::exercise_status::exercise_statuses;
use xtask::failure::Failure;
use xtask::progress::Progress;
use xtask::report::{self, BOLD, BROKEN, FAINT, KEPT, NOTE, PLAIN, Page, TerminalStyle, painted};
use xtask::skeleton;

/// What is going on.
pub enum Status<'a> {
    /// A check runs; the last thing that was heard of a build that takes long.
    Checking(Option<&'a str>),
    /// Something that was done, or why it could not be.
    Note(&'a str),
    /// Solved; the next exercise, if there is another that is not.
    Solved(Option<&'a Exercise>),
    /// Nothing but the waiting for a save.
    Watching(&'a Exercise),
}

/// A key, what it does, and whether it is the one to press now.
pub type Legend<'a> = (&'a str, &'a str, bool);

/// The last lines of the screen: what is going on, and the keys. `below` lines of what is above are
/// out of sight.
pub fn footer(
    terminal: TerminalStyle,
    status: &Status<'_>,
    legend: &[Legend<'_>],
    below: usize,
) -> Page {
    let mut page = Page::new(terminal);
    let rule = if terminal.unicode { "─" } else { "-" };
    page.line(painted(FAINT, &rule.repeat(terminal.columns)));
    let more = match (below, terminal.unicode) {
        (0, _) => String::new(),
        (n, true) => format!("↓ {n} more"),
        (n, false) => format!("{n} more below"),
    };
    let (style, text) = said(status);
    // One line, whatever it says: the footer keeps its height.
    let available = terminal.columns.saturating_sub(columns(&more) + 1);
    let text = pad(&truncate(&text, available, terminal.cut()), available);
    page.line(format_args!("{} {}", painted(style, &text), painted(BOLD, &more)));

    let mut line = String::new();
    let mut used = 0;
    for (key, what, now) in legend {
        let width = columns(key) + 1 + columns(what);
        if used > 0 && used + 2 + width > terminal.columns {
            page.line(&line);
            (line, used) = (String::new(), 0);
        }
        if used > 0 {
            line.push_str("  ");
            used += 2;
        }
        let style = if *now { KEPT.bold() } else { FAINT };
        line.push_str(&format!("{} {}", painted(BOLD, key), painted(style, what)));
        used += width;
    }
    page.line(line);
    page
}

fn said(status: &Status<'_>) -> (Style, String) {
    match status {
        Status::Checking(None) => (NOTE, "Checking …".to_owned()),
        Status::Checking(Some(line)) => (NOTE, format!("Checking … {line}")),
        Status::Note(text) => (PLAIN, (*text).to_owned()),
        Status::Solved(Some(next)) => (KEPT, format!("Solved. Next: {}", next.heading())),
        Status::Solved(None) => (KEPT, "Solved, as is every other exercise.".to_owned()),
        Status::Watching(exercise) => (FAINT, format!("Waits for a save of {}", exercise.answer())),
    }
}

/// Before the first verdict on an exercise, or where there cannot be one.
pub fn no_verdict(page: &mut Page, exercise: &Exercise, failure: Option<&Failure>) {
    page.paragraph(BOLD, 0, &exercise.heading());
    if let Some(failure) = failure {
        report::failure_onto(page, failure);
        page.gap();
        page.wrapped(PLAIN, 0, "This is not about your answer. Once it is mended, c checks again.");
        return;
    }
    page.wrapped(PLAIN, 2, &format!("Lesson  {}/README.md", exercise.folder));
    page.wrapped(PLAIN, 2, &format!("Edit    {}", exercise.answer()));
}

/// Every key, and what it does.
const KEYS: [(&str, &str); 15] = [
    ("c", "check: are the promises kept? A save does this too."),
    ("f", "everything that the compiler says, and again: only what helps"),
    ("r", "run it live, on the real clock"),
    ("t", "timeline: what your answer did, and when"),
    ("w", "words: what those in the messages mean"),
    ("h", "hint: the one that fits; once more: the next"),
    ("i", "the lesson"),
    (
        "e",
        "edit: open src/lib.rs in VS Code, or in a pane of Zellij or tmux; elsewhere by \
           cargo xtask watch --edit-cmd \"COMMAND\"",
    ),
    ("s", "solution: your answer beside ours"),
    ("n", "next: the next exercise that isn't solved"),
    ("l", "list: go to any exercise"),
    ("x", "reset: begin this exercise again. Your text is kept."),
    ("Esc", "back to the verdict"),
    ("↑↓", "and Space, PgUp, PgDn, Home, End: move in what is longer than the screen"),
    ("q", "quit"),
];

/// All keys.
pub fn all_keys(page: &mut Page) {
    page.paragraph(BOLD, 0, "All keys");
    let arrows = |key: &str| if key == "↑↓" { "Up" } else { key }.to_owned();
    for (key, what) in KEYS {
        let key = if page.terminal().unicode { key.to_owned() } else { arrows(key) };
        page.item(PLAIN, 2, 5, &painted(BOLD, &pad(&key, 5)), what);
    }
}

/// What the live run has printed so far.
pub fn live_run(page: &mut Page, exercise: &Exercise, lines: &[String]) {
    page.paragraph(BOLD, 0, &format!("{}: live, on the real clock", exercise.heading()));
    if lines.is_empty() {
        page.wrapped(FAINT, 2, "It prints nothing yet.");
    }
    for line in lines {
        page.line(format_args!("  {line}"));
    }
}

/// All exercises, one of them marked.
pub fn jump_list(page: &mut Page, course: &Course, progress: &Progress, marked: usize) {
    page.paragraph(BOLD, 0, "Which exercise? Arrows or its number, then Enter.");
    report::choice(page, &exercise_statuses(course, progress), marked);
}

/// Before work is replaced.
pub fn ask_reset(page: &mut Page, exercise: &Exercise) {
    page.paragraph(BOLD, 0, &format!("{}: begin again?", exercise.heading()));
    let text = format!(
        "{} becomes the skeleton that it was at first. Your text is kept in {}.",
        exercise.answer(),
        skeleton::folder(exercise)
    );
    page.paragraph(PLAIN, 2, &text);
    page.wrapped(PLAIN, 2, "y begins again, any other key leaves everything as it is.");
}

/// What stays on the terminal when the watch is over.
pub fn exit_message(page: &mut Page, exercise: &Exercise, attempt: Option<&Attempt>) {
    let heading = painted(BOLD, &exercise.heading());
    match attempt {
        Some(attempt) if attempt.solved() => {
            page.line(format_args!("{heading}: {}", painted(KEPT, "solved")));
        }
        Some(attempt) => {
            let state = report::state(exercise, attempt);
            page.line(format_args!("{heading}: {}", painted(BROKEN, &state)));
        }
        None => page.line(heading),
    }
    page.line(painted(FAINT, "Go on: cargo xtask watch"));
}
