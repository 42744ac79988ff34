//! Where one is, and what there is.

use super::{BOLD, FAINT, KEPT, item, mark, painted, paragraph, width};
use crate::cli::{TOPICS, Topic};
use crate::course::{Course, Exercise};
use crate::progress::{Progress, changed_since};
use anstream::println;
use verdict::text::{columns, count, fit, pad};

/// Where one is, what is next, and how to go on.
pub fn status(course: &Course, progress: &Progress) {
    let all = course.exercises();
    let solved = all.iter().filter(|exercise| progress.solved(exercise)).count();
    println!("{}\n", painted(BOLD, "Async Rust, one promise at a time"));
    println!("  {solved} of {} solved, {}", count(all.len(), "exercise"), points(course, progress));
    match progress.current(course) {
        Some(next) => {
            let (number, minutes) = (&next.number, next.minutes);
            println!("  Next: {}, about {minutes} minutes\n", painted(BOLD, &next.heading()));
            item(FAINT, 2, 2, "", &format!("1. Read {}/README.md", next.folder));
            item(FAINT, 2, 2, "", &format!("2. Edit {}", next.answer()));
            item(FAINT, 2, 2, "", &format!("3. cargo xtask check {number}"));
        }
        None => println!("  {}", painted(KEPT, "All solved. Nothing left to prove.")),
    }
    println!("\n  {}", painted(FAINT, "cargo xtask help   what else there is"));
}

/// A line an exercise.
pub fn list(course: &Course, progress: &Progress) {
    // A narrow terminal has room for the state, and not for what it costs to change it.
    let narrow = width() < 60;
    let right = |e: &Exercise| match narrow {
        true => level(e),
        false => format!("{}  {:>2} points  {:>2} min", level(e), e.points, e.minutes),
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
        let sign = if progress.solved(exercise) { mark(true) } else { " ".to_owned() };
        let title = pad(&fit(&exercise.title, title_width, "…"), title_width);
        let line = format!("{sign} {}  {title}  {}", exercise.number, right(exercise));
        println!("{line}{}", painted(FAINT, &state));
    }
    println!("\n{}", points(course, progress));
}

fn level(exercise: &Exercise) -> String {
    let star = if super::unicode() { "★" } else { "*" };
    pad(&star.repeat(exercise.level.min(5) as usize), 5)
}

fn points(course: &Course, progress: &Progress) -> String {
    let all: u64 = course.exercises().iter().map(|exercise| exercise.points).sum();
    let earned: u64 = course.exercises().iter().map(|exercise| progress.points(exercise)).sum();
    format!("{earned} of {all} points")
}

/// What can be asked for, or more on one command.
pub fn help(topic: Option<&Topic>) {
    if let Some(topic) = topic.filter(|topic| !topic.details.is_empty()) {
        println!("{}\n", painted(BOLD, &format!("cargo xtask {}", topic.usage)));
        paragraph(anstyle::Style::new(), 2, topic.details);
        exercise_names();
        return;
    }
    println!("{}\n", painted(BOLD, "cargo xtask [COMMAND]"));
    item(anstyle::Style::new(), 2, 2, "", "Without a command: where you are, and how to go on.");
    println!();
    let widest = TOPICS.iter().map(|topic| columns(topic.usage)).max().unwrap_or(0);
    for topic in &TOPICS {
        if width() < widest + 40 {
            println!("  {}", topic.usage);
            item(FAINT, 6, 0, "", topic.summary);
        } else {
            println!("  {}  {}", pad(topic.usage, widest), painted(FAINT, topic.summary));
        }
    }
    println!();
    exercise_names();
}

fn exercise_names() {
    let text = "EXERCISE is a number (01, 1), a name (gather), or a path into its folder; the \
                first one not solved, unless you say.";
    item(FAINT, 2, 0, "", text);
}
