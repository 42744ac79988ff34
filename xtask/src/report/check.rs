//! Shows the result of a check.

use super::broken_promises::{explanations, show_printed};
use super::compile_error::compile_error;
use super::glossary;
use super::{BOLD, BROKEN, FAINT, KEPT, NOTE, PLAIN, Page, painted};
use crate::attempt::Attempt;
use crate::attempt::promise::Promise;
use crate::compile_errors;
use crate::compiler::Diagnostic;
use crate::course::{Course, Exercise};
use crate::hints::Offer;
use crate::progress::Progress;
use verdict::report_text;
use verdict::text::{columns, count, list, pad, sanitize, truncate};

/// How many warnings of the compiler are shown.
const WARNINGS: usize = 3;

/// How many lines of the learner's own output are shown once every promise is kept.
const PRINTED: usize = 10;

/// How many columns of what a panic said are shown.
const PANIC: usize = 300;

/// How somebody goes on from here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Controls {
    /// By commands: they are named.
    Commands,
    /// By keys, which stand elsewhere on the screen.
    Keys,
}

/// An attempt at an exercise, to be shown in full.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    pub exercise: &'a Exercise,
    pub attempt: &'a Attempt,
    pub controls: Controls,
    pub offer: Option<Offer>,
    /// Whether everything that the compiler said is wanted.
    pub full: bool,
}

/// One exercise, in full. Returns the words that are worth looking up.
pub fn one(
    page: &mut Page,
    course: &Course,
    progress: &Progress,
    shown: &Shown,
) -> Vec<&'static str> {
    let Shown { exercise, attempt, controls, .. } = *shown;
    match attempt {
        Attempt::Ran { promises, warnings, changed } => {
            title(page, exercise, &score(attempt));
            for promise in promises {
                let mark = format!("{} ", page.terminal().mark(promise.kept()));
                page.item(PLAIN, 2, 2, &mark, &promise.words());
            }
            page.gap();
            files_changed(page, exercise, changed);
            if attempt.solved() {
                solved(page, exercise, promises, &warnings.iter().collect::<Vec<_>>());
                if controls == Controls::Commands {
                    next_exercise(page, course, exercise, progress);
                }
                Vec::new()
            } else {
                let (not_awaited, warnings): (Vec<_>, Vec<_>) =
                    warnings.iter().partition(|said| said.is_future_not_awaited());
                show_not_awaited(page, &not_awaited);
                let words = explanations(page, promises);
                show_warnings(page, &warnings);
                let promise = attempt.first_broken().and_then(|promise| promise.place.as_deref());
                what_next(page, shown, ("Edit", &exercise.answer()), promise, &words);
                words
            }
        }
        Attempt::Broken { diagnostics, changed, missing } => {
            title(page, exercise, refused_as(diagnostics));
            files_changed(page, exercise, changed);
            let words = compile_error(page, shown, diagnostics, changed, missing);
            let in_answer = diagnostics.iter().find(|said| said.is_error && !said.in_tests);
            let place = in_answer.and_then(|said| said.place.clone());
            let place = place.unwrap_or_else(|| exercise.answer());
            what_next(page, shown, ("Start at", &place), None, &words);
            words
        }
        Attempt::Damaged(words) => {
            title(page, exercise, "incomplete");
            page.paragraph(BROKEN, 2, words);
            Vec::new()
        }
    }
}

/// In a few words, what an attempt came to.
pub fn state(exercise: &Exercise, attempt: &Attempt) -> String {
    let asked = format!("cargo xtask check {} tells why", exercise.number);
    match attempt {
        Attempt::Ran { .. } => score(attempt),
        Attempt::Broken { diagnostics, .. } => {
            let place = diagnostics.iter().find_map(|said| said.place.as_deref());
            format!("{} ({})", refused_as(diagnostics), place.unwrap_or(&asked))
        }
        Attempt::Damaged(_) => format!("incomplete: {asked}"),
    }
}

/// What doesn't compile: the answer, or the tests with it.
fn refused_as(diagnostics: &[Diagnostic]) -> &'static str {
    if compile_errors::is_only_unlike(diagnostics) {
        "does not fit its tests"
    } else {
        "does not compile"
    }
}

fn score(attempt: &Attempt) -> String {
    match attempt.score() {
        (_, 0) => "no promise found".to_owned(),
        (kept, all) => format!("{kept} of {} kept", count(all, "promise")),
    }
}

pub(super) fn title(page: &mut Page, exercise: &Exercise, right: &str) {
    let heading = exercise.heading();
    let gap = page.terminal().width.saturating_sub(columns(&heading) + columns(right));
    let (left, right) = (painted(BOLD, &heading), painted(FAINT, right));
    if gap < 2 {
        page.line(left);
        page.line(right);
    } else {
        page.line(format_args!("{left}{}{right}", " ".repeat(gap)));
    }
    page.gap();
}

/// Says which files besides the learner's differ from the course's, and the way back.
fn files_changed(page: &mut Page, exercise: &Exercise, changed: &[String]) {
    if changed.is_empty() {
        return;
    }
    let (be, them) = if changed.len() == 1 { ("isn't", "it") } else { ("aren't", "them") };
    let files = list(changed, changed.len());
    let paths = changed.iter().map(|file| format!(" :/{}/{file}", exercise.folder));
    page.paragraph(
        NOTE,
        2,
        &format!(
            "Note: {files} {be} as the course has {them}, so this result may differ from a grader's. \
             To get {them} back: git checkout --{}",
            paths.collect::<String>()
        ),
    );
}

/// Says that a grader doesn't take the files that an answer has besides `src/lib.rs`.
pub fn beside_answer(page: &mut Page, exercise: &Exercise, files: &[String]) {
    if files.is_empty() {
        return;
    }
    let them = if files.len() == 1 { "it" } else { "them" };
    page.gap();
    page.paragraph(
        NOTE,
        2,
        &format!(
            "Note: only {} counts for a grade, and it uses {}. Move what is in {them} into src/lib.rs \
             before you hand in.",
            exercise.answer(),
            list(files, files.len())
        ),
    );
}

/// Where a call creates a future that nothing awaits, that comes first: whatever is broken is most likely a
/// consequence, and the message about it may see only that.
fn show_not_awaited(page: &mut Page, warnings: &[&Diagnostic]) {
    let places: Vec<&str> = warnings.iter().filter_map(|said| said.place.as_deref()).collect();
    if places.is_empty() {
        return;
    }
    let text = match places.len() {
        1 => "This line creates a future that nothing awaits, so it never runs. Add `.await`:",
        _ => "These lines create futures that nothing awaits, so they never run. Add `.await`:",
    };
    page.paragraph(NOTE, 2, text);
    for place in places.into_iter().take(WARNINGS) {
        page.line(format_args!("    {place}"));
    }
    page.gap();
}

/// "futures do nothing unless you .await or poll them" is the compiler's, and the best lesson there
/// is.
fn show_warnings(page: &mut Page, warnings: &[&Diagnostic]) {
    let own: Vec<&&Diagnostic> = warnings.iter().filter(|said| !said.in_tests).collect();
    if own.is_empty() {
        return;
    }
    page.paragraph(FAINT, 2, "The compiler has a remark:");
    for warning in own.into_iter().take(WARNINGS) {
        page.line(&warning.rendered);
        page.gap();
    }
}

/// Where to begin, and the ways on from there.
fn what_next(
    page: &mut Page,
    shown: &Shown,
    (begin, place): (&str, &str),
    promise: Option<&str>,
    words: &[&str],
) {
    let number = &shown.exercise.number;
    let width = page.terminal().width;
    // A path stays in one piece, if need be on a line of its own: it is to be clicked on.
    let mut step = |what: &str, how: &str| {
        let painted = painted(FAINT, how);
        if columns(how) + 11 > width {
            page.line(format_args!("  {what}"));
            page.line(format_args!("    {painted}"));
        } else {
            page.line(format_args!("  {what:<8} {painted}"));
        }
    };
    step(begin, place);
    if let Some(place) = promise {
        step("Promise", place);
    }
    if !words.is_empty() {
        let place = match shown.controls {
            Controls::Commands => glossary::FILE,
            Controls::Keys => "w",
        };
        step("Words", &format!("{} ({place})", words.join(", ")));
    }
    if shown.controls == Controls::Commands {
        step("Then", &format!("cargo xtask check {number}"));
    }
    match (shown.offer, shown.controls) {
        (Some(Offer::Hint { number, times: Some(times) }), _) => {
            page.gap();
            offered(page, shown, number, times);
        }
        (Some(Offer::Hint { number: hint, .. }), Controls::Commands) => {
            step("Stuck?", &format!("cargo xtask hint {number} {hint}"));
        }
        (Some(Offer::Hint { number, .. }), Controls::Keys) => {
            step("Stuck?", &format!("h (hint {number})"));
        }
        (Some(Offer::NoneFits), _) if words.is_empty() => step("Stuck?", "no hint is about this"),
        (Some(Offer::NoneFits), _) => step("Stuck?", "no hint is about this: see Words"),
        (Some(Offer::AllSeen), controls) => {
            page.gap();
            let how = match controls {
                Controls::Commands => format!("cargo xtask solution {number} --spoil"),
                Controls::Keys => "press s".to_owned(),
            };
            why_and_how(page, "You have seen every hint on this. Ours:", &how);
        }
        (None, Controls::Commands) => step("Stuck?", &format!("cargo xtask hint {number}")),
        (None, Controls::Keys) => {}
    }
}

fn offered(page: &mut Page, shown: &Shown, hint: usize, times: usize) {
    let times = TIMES.get(times).map_or_else(|| times.to_string(), |word| (*word).to_owned());
    let failed = match shown.attempt {
        Attempt::Broken { .. } => "Refused",
        _ => "Broken",
    };
    let how = match shown.controls {
        Controls::Commands => format!("cargo xtask hint {} {hint}", shown.exercise.number),
        Controls::Keys => "press h".to_owned(),
    };
    why_and_how(page, &format!("{failed} {times} times now. Hint {hint} is about this:"), &how);
}

fn why_and_how(page: &mut Page, why: &str, how: &str) {
    if 2 + columns(why) + 1 + columns(how) <= page.terminal().width {
        page.line(format_args!("  {why} {}", painted(BOLD, how)));
    } else {
        // What is to be typed stays in one piece.
        page.wrapped(PLAIN, 2, why);
        page.line(format_args!("  {}", painted(BOLD, how)));
    }
}

/// How often, as people say it.
const TIMES: [&str; 10] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

fn solved(page: &mut Page, exercise: &Exercise, promises: &[Promise], warnings: &[&Diagnostic]) {
    // The run that shows what the exercise is about, or else the one with the most to see.
    let chosen = promises.iter().find(|promise| exercise.picture.as_ref() == Some(&promise.name));
    let longest = || promises.iter().max_by_key(|promise| promise.report.timeline.spans.len());
    if let Some(best) = chosen.or_else(longest) {
        let picture = report_text::lines(&best.report, page.terminal().picture(2));
        for line in &picture {
            page.line(format_args!("  {}", line.text()));
        }
        if !picture.is_empty() {
            page.gap();
        }
    }
    let printed = promises.iter().find(|promise| !promise.printed.is_empty());
    if let Some(promise) = printed {
        show_printed(page, promise, PRINTED);
    }
    show_panic(page, promises);
    show_warnings(page, warnings);
    if !exercise.learned.is_empty() {
        page.paragraph(KEPT, 2, &exercise.learned);
    }
}

/// A panic that no promise expects. A promise may be kept all the same: of a task that nobody awaits,
/// the panic goes nowhere.
fn show_panic(page: &mut Page, promises: &[Promise]) {
    let reports = promises.iter().map(|promise| &promise.report);
    let unexpected = reports.filter(|report| !report.panic_expected);
    let Some(panic) = unexpected.flat_map(|report| &report.panics).next() else { return };
    // With `/` on every system: it is to be clicked on.
    let place = panic.location.as_deref().map(|place| format!(" at {}", place.replace('\\', "/")));
    let place = place.unwrap_or_default();
    let message =
        truncate(sanitize(&panic.message).trim_end_matches('.'), PANIC, page.terminal().cut());
    page.paragraph(
        NOTE,
        2,
        &format!(
            "Your code panicked{place}: {message}. Every promise is kept even so, but no promise \
             expects that panic."
        ),
    );
}

fn next_exercise(page: &mut Page, course: &Course, exercise: &Exercise, progress: &Progress) {
    page.wrapped(FAINT, 2, &format!("Compare: cargo xtask solution {}", exercise.number));
    match progress.next_after(course, exercise) {
        Some(next) => {
            let next = format!("Next: {} (cargo xtask check {})", next.heading(), next.number);
            page.wrapped(BOLD, 2, &next);
        }
        None => page.wrapped(BOLD, 2, "That was the last one: every exercise is solved."),
    }
}

/// Every exercise, a line each.
pub fn all(page: &mut Page, attempts: &[(&Exercise, Attempt)]) {
    let terminal = page.terminal();
    let widest = attempts.iter().map(|(e, _)| columns(&e.heading())).max().unwrap_or(0);
    // So much room is left for what it came to.
    let widest = widest.min(terminal.width - 26);
    for (exercise, attempt) in attempts {
        let mark = terminal.mark(attempt.solved());
        let heading = truncate(&exercise.heading(), widest, terminal.cut());
        let lead = format!("{mark} {}  ", pad(&heading, widest));
        page.item(PLAIN, 0, widest + 4, &lead, &state(exercise, attempt));
    }
    page.gap();
    for (exercise, attempt) in attempts.iter().filter(|(_, attempt)| !attempt.changed().is_empty())
    {
        files_changed(page, exercise, attempt.changed());
    }
    let solved = attempts.iter().filter(|(_, attempt)| attempt.solved()).count();
    page.line(format_args!("{solved} of {} solved", count(attempts.len(), "exercise")));
}
