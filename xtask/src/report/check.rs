//! What became of an attempt.

use super::{BOLD, BROKEN, FAINT, KEPT, NOTE, item, mark, painted, paragraph, style, width};
use crate::attempt::Attempt;
use crate::attempt::build::Diagnostic;
use crate::attempt::promise::Promise;
use crate::course::{Course, Exercise};
use crate::progress::Progress;
use anstream::println;
use verdict::explain::{Line, lines};
use verdict::text::{columns, count, pad, tame};

/// How many broken promises are explained: what is broken first is worth understanding first.
const EXPLAINED: usize = 2;

/// How many lines of the learner's own output are shown.
const PRINTED: usize = 12;

/// How many warnings of the compiler are shown.
const WARNINGS: usize = 3;

/// One exercise, in full.
pub fn one(course: &Course, exercise: &Exercise, attempt: &Attempt, progress: &Progress) {
    match attempt {
        Attempt::Ran { promises, warnings } => {
            title(exercise, &score(attempt));
            println!();
            for promise in promises {
                item(
                    anstyle::Style::new(),
                    2,
                    2,
                    &format!("{} ", mark(promise.kept())),
                    &promise.words(),
                );
            }
            println!();
            if attempt.solved() {
                solved(course, exercise, promises, progress);
            } else {
                explanations(promises);
                show_warnings(warnings);
                what_next(exercise);
            }
        }
        Attempt::Broken { diagnostics } => {
            title(exercise, "does not compile");
            println!();
            does_not_compile(exercise, diagnostics);
        }
        Attempt::Damaged(words) => {
            title(exercise, "incomplete");
            println!();
            paragraph(BROKEN, 2, words);
        }
    }
}

fn score(attempt: &Attempt) -> String {
    match attempt.score() {
        (_, 0) => "no promise found".to_owned(),
        (kept, all) => format!("{kept} of {} kept", count(all, "promise")),
    }
}

fn title(exercise: &Exercise, right: &str) {
    let heading = exercise.heading();
    let gap = width().saturating_sub(columns(&heading) + columns(right));
    if gap < 2 {
        println!("{}\n{}", painted(BOLD, &heading), painted(FAINT, right));
    } else {
        println!("{}{}{}", painted(BOLD, &heading), " ".repeat(gap), painted(FAINT, right));
    }
}

fn explanations(promises: &[Promise]) {
    let broken: Vec<&Promise> = promises.iter().filter(|promise| !promise.kept()).collect();
    // Several promises are often broken by one mistake, and say so in the same words.
    let mut different: Vec<&Promise> = Vec::new();
    for promise in &broken {
        if !different.iter().any(|other| other.report.finding == promise.report.finding) {
            different.push(promise);
        }
    }
    let mut before: Option<&Promise> = None;
    for promise in different.iter().copied().take(EXPLAINED) {
        item(BOLD, 0, 2, &format!("{} ", mark(false)), &promise.words());
        explanation(promise, before);
        println!();
        before = Some(promise);
    }
    let same = broken.len() - different.len();
    let more = different.len().saturating_sub(EXPLAINED);
    let mut left = Vec::new();
    if same > 0 {
        left.push(format!("{} broken for the same reason", are(same)));
    }
    if more > 0 {
        left.push(format!("{} not explained yet: one thing at a time", are(more)));
    }
    if !left.is_empty() {
        paragraph(FAINT, 2, &format!("{}.", left.join("; ")));
    }
    if let Some(first) = different.first() {
        show_printed(first);
    }
}

fn are(n: usize) -> String {
    if n == 1 { "1 more is".to_owned() } else { format!("{n} more are") }
}

/// What of `promise`'s report was not said by the one `before` it.
fn explanation(promise: &Promise, before: Option<&Promise>) {
    let explained = before.map(|before| lines(&before.report, style(4))).unwrap_or_default();
    let mut lines = lines(&promise.report, style(4));
    let same_picture = before.is_some_and(|b| b.report.timeline == promise.report.timeline);
    let drawn = |line: &Line| matches!(line, Line::Picture(_) | Line::Blank);
    let said = |line: &Line| matches!(line, Line::Meaning(_)) && explained.contains(line);
    lines.retain(|line| !(said(line) || same_picture && drawn(line)));
    for line in lines {
        match &line {
            Line::Happened(text) => println!("    {text}"),
            Line::Meaning(text) => println!("    {}", painted(NOTE, text)),
            Line::Picture(text) => println!("    {text}"),
            Line::Blank => println!(),
        }
    }
}

/// What the learner's code printed: many look for their mistake with println.
fn show_printed(promise: &Promise) {
    let printed: Vec<&str> = promise.printed.lines().collect();
    if printed.is_empty() {
        return;
    }
    println!("  {}", painted(FAINT, "It printed:"));
    for line in printed.iter().take(PRINTED) {
        println!("  {} {}", painted(FAINT, "|"), verdict::text::fit(&tame(line), width() - 4, "…"));
    }
    if printed.len() > PRINTED {
        let more = count(printed.len() - PRINTED, "more line");
        println!("  {}", painted(FAINT, &format!("| … {more}")));
    }
    println!();
}

/// "futures do nothing unless you .await or poll them" is the compiler's, and the best lesson there
/// is.
fn show_warnings(warnings: &[Diagnostic]) {
    if warnings.is_empty() {
        return;
    }
    println!("  {}\n", painted(FAINT, "The compiler has a remark:"));
    for warning in warnings.iter().take(WARNINGS) {
        println!("{}\n", warning.rendered);
    }
}

fn what_next(exercise: &Exercise) {
    let number = &exercise.number;
    item(FAINT, 2, 2, "", &format!("Edit {}", exercise.answer()));
    item(FAINT, 2, 2, "", &format!("Then: cargo xtask check {number}"));
    item(FAINT, 2, 2, "", &format!("Stuck? cargo xtask hint {number}"));
}

fn does_not_compile(exercise: &Exercise, diagnostics: &[Diagnostic]) {
    let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|said| said.is_error).collect();
    // With an error in the learner's own file, those in the tests only follow from it.
    let own: Vec<&Diagnostic> = errors.iter().copied().filter(|said| !said.in_tests).collect();
    let only_tests = own.is_empty();
    for error in if only_tests { &errors } else { &own } {
        println!("{}\n", error.rendered);
    }
    if only_tests {
        paragraph(
            NOTE,
            2,
            &format!(
                "Your file compiles, but the promises cannot call it: they rely on the names and \
                 signatures that {} began with. The file as it was is {}/start.rs.",
                exercise.answer(),
                exercise.solution()
            ),
        );
        return;
    }
    let start = own.iter().find_map(|error| error.place.clone());
    let start = start.unwrap_or_else(|| exercise.answer());
    println!("  {}", painted(BOLD, &format!("Start at {start}")));
}

fn solved(course: &Course, exercise: &Exercise, promises: &[Promise], progress: &Progress) {
    // The run with the most to see.
    if let Some(best) = promises.iter().max_by_key(|promise| promise.report.timeline.spans.len()) {
        let picture = lines(&best.report, style(2));
        for line in &picture {
            println!("  {}", line.text());
        }
        if !picture.is_empty() {
            println!();
        }
    }
    if !exercise.learned.is_empty() {
        paragraph(KEPT, 2, &exercise.learned);
    }
    let compare = format!("Compare: {}/src/lib.rs", exercise.solution());
    item(FAINT, 2, 2, "", &compare);
    match progress.current(course) {
        Some(next) => {
            let next = format!("Next: {} (cargo xtask check {})", next.heading(), next.number);
            item(BOLD, 2, 2, "", &next);
        }
        None => item(BOLD, 2, 2, "", "That was the last one: every exercise is solved."),
    }
}

/// Every exercise, a line each.
pub fn all(attempts: &[(&Exercise, Attempt)]) {
    let widest = attempts.iter().map(|(e, _)| columns(&e.heading())).max().unwrap_or(0);
    for (exercise, attempt) in attempts {
        let state = match attempt {
            Attempt::Ran { .. } => score(attempt),
            Attempt::Broken { diagnostics } => {
                let place = diagnostics.iter().find_map(|said| said.place.as_deref());
                format!("does not compile ({})", place.unwrap_or("cargo xtask check tells why"))
            }
            Attempt::Damaged(_) => "incomplete: cargo xtask check tells why".to_owned(),
        };
        let lead = format!("{} {}  ", mark(attempt.solved()), pad(&exercise.heading(), widest));
        item(anstyle::Style::new(), 0, widest + 4, &lead, &state);
    }
    let solved = attempts.iter().filter(|(_, attempt)| attempt.solved()).count();
    println!("\n{solved} of {} solved", count(attempts.len(), "exercise"));
}
