//! Shows the list of exercises, part by part.

use super::{BOLD, FAINT, NOTE, PLAIN, Page, TerminalStyle, exercise_status, painted};
use crate::cli::List;
use crate::course::{Exercise, nearest};
use crate::exercise_status::{ExerciseStatus, Total};
use verdict::text::{columns, count, pad, truncate};

/// Below this an exercise takes two lines.
const MIN_WIDTH_FOR_ONE_LINE: usize = 72;

/// The exercises `shown` of all that there are, and how far somebody is with all.
pub fn list(
    page: &mut Page,
    asked: &List,
    shown: &[&ExerciseStatus<'_>],
    all: &[ExerciseStatus<'_>],
) {
    if shown.is_empty() {
        return nothing_fits(page, asked, all);
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in shown.iter().map(|status| status.exercise.part.as_str()) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let table = Table::of(page.terminal(), shown);
    for part in parts {
        page.line(painted(BOLD, part));
        for status in shown.iter().filter(|status| status.exercise.part == part) {
            table.exercise(page, status);
        }
        page.gap();
    }
    if shown.iter().any(|status| status.edited) {
        let text =
            "~ changed since it was solved, or since its last check. What was solved counts.";
        page.paragraph(NOTE, 0, text);
    }
    if shown.len() < all.len() {
        let text = format!("{} of {} shown.", shown.len(), count(all.len(), "exercise"));
        page.paragraph(FAINT, 0, &text);
    }
    exercise_status::total(page, 0, Total::of(all));
}

/// The columns of the list: as wide as what stands in them.
struct Table {
    /// Whether an exercise has a line of its own, or two.
    one_line: bool,
    title: usize,
    points: usize,
    minutes: usize,
}

impl Table {
    fn of(terminal: TerminalStyle, shown: &[&ExerciseStatus<'_>]) -> Table {
        let widest = |text: &dyn Fn(&ExerciseStatus<'_>) -> String| {
            shown.iter().map(|status| columns(&text(status))).max().unwrap_or(0)
        };
        let (points, minutes) = (widest(&points), widest(&|s| minutes(s.exercise)));
        let (title, state) =
            (widest(&|s| s.exercise.title.clone()), widest(&exercise_status::words));
        let one_line = terminal.width >= MIN_WIDTH_FOR_ONE_LINE;
        let beside = if one_line { points + minutes + state + 21 } else { state + 10 };
        Table { one_line, title: title.min(terminal.width.saturating_sub(beside)), points, minutes }
    }

    fn exercise(&self, page: &mut Page, of: &ExerciseStatus<'_>) {
        let (terminal, exercise) = (page.terminal(), of.exercise);
        let mark = exercise_status::check_mark(terminal, of);
        let title = pad(&truncate(&exercise.title, self.title, terminal.cut()), self.title);
        let lead = format!("  {mark} {}  {title}", exercise.number);
        let cost = format!(
            "{}  {:>3$}  {:>4$}",
            level(terminal, exercise),
            points(of),
            minutes(exercise),
            self.points,
            self.minutes
        );
        let state = painted(FAINT, &exercise_status::words(of));
        if self.one_line {
            page.line(format_args!("{lead}  {cost}  {state}"));
        } else {
            page.line(format_args!("{lead}  {state}"));
            page.line(format_args!("        {}", painted(FAINT, &cost)));
        }
    }
}

/// All exercises, a line each, one of them marked.
pub fn choice(page: &mut Page, all: &[ExerciseStatus<'_>], marked: usize) {
    let terminal = page.terminal();
    let widest = |text: &dyn Fn(&ExerciseStatus<'_>) -> String| {
        all.iter().map(|status| columns(&text(status))).max().unwrap_or(0)
    };
    let room = terminal.width.saturating_sub(8 + widest(&exercise_status::words));
    let width = widest(&|status| status.exercise.heading()).min(room);
    for (index, status) in all.iter().enumerate() {
        let (arrow, style) = if index == marked { (">", BOLD) } else { (" ", PLAIN) };
        let mark = exercise_status::check_mark(terminal, status);
        let title = pad(&truncate(&status.exercise.heading(), width, terminal.cut()), width);
        let state = painted(FAINT, &exercise_status::words(status));
        page.line(format_args!("  {arrow} {mark} {}  {state}", painted(style, &title)));
    }
}

fn level(terminal: TerminalStyle, exercise: &Exercise) -> String {
    let star = if terminal.unicode { "★" } else { "*" };
    pad(&star.repeat(exercise.level.min(5) as usize), 5)
}

fn points(status: &ExerciseStatus<'_>) -> String {
    format!("{} of {} points", status.earned, status.exercise.points)
}

fn minutes(exercise: &Exercise) -> String {
    format!("{} min", exercise.minutes)
}

/// Why there is nothing to show, and what to try.
fn nothing_fits(page: &mut Page, asked: &List, all: &[ExerciseStatus<'_>]) {
    let words = asked.words.join(" ");
    let text = match (asked.words.as_slice(), asked.todo) {
        ([], _) => "Every exercise is solved. `cargo xtask list` shows them all.".to_owned(),
        (_, true) => format!(
            "Nothing with \"{words}\" is left to solve. `cargo xtask list {words}` shows whether \
             there is something that is solved."
        ),
        (given, false) => {
            let names = || all.iter().flat_map(|status| names(status.exercise));
            let unknown = |word: &&String| !all.iter().any(|status| status.exercise.has(word));
            let near = given.iter().filter(unknown).find_map(|word| nearest(word, names()));
            let meant = near.map(|name| format!(" Did you mean \"{name}\"?")).unwrap_or_default();
            format!(
                "No exercise has \"{words}\" in its number, name, title, part or concepts.{meant} \
                 `cargo xtask list` shows them all."
            )
        }
    };
    page.wrapped(PLAIN, 0, &text);
}

fn names(exercise: &Exercise) -> impl Iterator<Item = &str> {
    let names = [&exercise.slug, &exercise.title, &exercise.part];
    names.into_iter().chain(&exercise.concepts).map(String::as_str)
}
