//! Where one is, and what there is.

use super::{BOLD, FAINT, KEPT, Look, PLAIN, Page, painted};
use crate::cli::{TOPICS, Topic};
use crate::course::{Course, Exercise};
use crate::progress::{Progress, changed_since};
use verdict::text::{columns, count, fit, pad};

/// Where one is, what is next, and how to go on.
pub fn status(page: &mut Page, course: &Course, progress: &Progress) {
    let all = course.exercises();
    let solved = all.iter().filter(|exercise| progress.solved(exercise)).count();
    page.paragraph(BOLD, 0, "Async Rust, one promise at a time");
    let (exercises, points) = (count(all.len(), "exercise"), points(course, progress));
    page.line(format_args!("  {solved} of {exercises} solved, {points}"));
    match progress.current(course) {
        Some(next) => {
            let (number, minutes) = (&next.number, next.minutes);
            let heading = painted(BOLD, &next.heading());
            page.line(format_args!("  Next: {heading}, about {minutes} minutes"));
            page.gap();
            page.wrapped(FAINT, 2, &format!("1. Read {}/README.md", next.folder));
            page.wrapped(FAINT, 2, &format!("2. Edit {}", next.answer()));
            page.wrapped(FAINT, 2, &format!("3. cargo xtask check {number}"));
        }
        None => page.wrapped(KEPT, 2, "All solved. Nothing left to prove."),
    }
    page.gap();
    page.line(format_args!("  {}", painted(FAINT, "cargo xtask help   what else there is")));
}

/// A line an exercise.
pub fn list(page: &mut Page, course: &Course, progress: &Progress) {
    // A narrow terminal has room for the state, and not for what it costs to change it.
    let (look, narrow) = (page.look(), page.look().width < 60);
    let right = |e: &Exercise| match narrow {
        true => level(look, e),
        false => format!("{}  {:>2} points  {:>2} min", level(look, e), e.points, e.minutes),
    };
    let titles = course.exercises().iter().map(|e| columns(&e.title));
    let title_width = titles.max().unwrap_or(0).min(if narrow { 12 } else { 30 });
    for exercise in course.exercises() {
        let entry = progress.of(exercise);
        let state = match entry {
            Some(entry) if changed_since(course, exercise, entry) => "  changed since".to_owned(),
            Some(entry) if !entry.solved => format!("  {} of {}", entry.kept, entry.of),
            _ => String::new(),
        };
        let sign = if progress.solved(exercise) { look.mark(true) } else { " ".to_owned() };
        let title = pad(&fit(&exercise.title, title_width, look.cut()), title_width);
        let line = format!("{sign} {}  {title}  {}", exercise.number, right(exercise));
        page.line(format_args!("{line}{}", painted(FAINT, &state)));
    }
    page.gap();
    page.line(points(course, progress));
}

fn level(look: Look, exercise: &Exercise) -> String {
    let star = if look.unicode { "★" } else { "*" };
    pad(&star.repeat(exercise.level.min(5) as usize), 5)
}

fn points(course: &Course, progress: &Progress) -> String {
    let all: u64 = course.exercises().iter().map(|exercise| exercise.points).sum();
    let earned: u64 = course.exercises().iter().map(|exercise| progress.points(exercise)).sum();
    format!("{earned} of {all} points")
}

/// What can be asked for, or more on one command.
pub fn help(page: &mut Page, topic: Option<&Topic>) {
    if let Some(topic) = topic.filter(|topic| !topic.details.is_empty()) {
        page.paragraph(BOLD, 0, &format!("cargo xtask {}", topic.usage));
        page.paragraph(PLAIN, 2, topic.details);
        exercise_names(page);
        return;
    }
    page.paragraph(BOLD, 0, "cargo xtask [COMMAND]");
    page.paragraph(PLAIN, 2, "Without a command: where you are, and how to go on.");
    let widest = TOPICS.iter().map(|topic| columns(topic.usage)).max().unwrap_or(0);
    for topic in &TOPICS {
        if page.look().width < widest + 40 {
            page.line(format_args!("  {}", topic.usage));
            page.wrapped(FAINT, 6, topic.summary);
        } else {
            let usage = pad(topic.usage, widest);
            page.line(format_args!("  {usage}  {}", painted(FAINT, topic.summary)));
        }
    }
    page.gap();
    exercise_names(page);
}

fn exercise_names(page: &mut Page) {
    let text = "EXERCISE is a number (01, 1), a name (gather), or a path into its folder. Where it \
                may be left out, it is the first one not solved.";
    page.wrapped(FAINT, 2, text);
}
