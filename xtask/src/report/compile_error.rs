//! Shows why an answer does not compile: the first error whole, the others in a line each, and what it usually means.

use super::rustc_message::{Shortened, shortened};
use super::{Controls, FAINT, NOTE, PLAIN, Page, Shown, painted};
use crate::compile_errors::{self, Explained};
use crate::compiler::Diagnostic;
use verdict::text::{count, truncate};

/// How many lines of the first error are shown at the most.
const LINES: usize = 22;

/// How many other errors are named.
const OTHERS: usize = 4;

/// Shows the errors of an answer that does not compile; returns the words that a beginner may not know.
pub(super) fn compile_error(
    page: &mut Page,
    shown: &Shown,
    diagnostics: &[Diagnostic],
    changed: &[String],
    missing: &[String],
) -> Vec<&'static str> {
    let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|said| said.is_error).collect();
    // With an error in the learner's own file, those in the tests only follow from it.
    let own: Vec<&Diagnostic> = errors.iter().copied().filter(|said| !said.in_tests).collect();
    let only_tests = own.is_empty();
    let errors = if only_tests { errors } else { own };
    // Where the promises themselves were changed, nobody knows who is to blame; the note above tells.
    let is_unlike = changed.is_empty() && compile_errors::is_only_unlike(diagnostics);
    if shown.full {
        for error in &errors {
            page.line(&error.rendered);
            page.gap();
        }
    } else if !is_unlike || missing.is_empty() {
        shortly(page, shown, &errors);
    }
    if is_unlike {
        signatures_differ(page, shown, missing);
    }
    let Some(explained) = compile_errors::explained(diagnostics, shown.exercise) else {
        return Vec::new();
    };
    let Explained { error, mut meaning, word } = explained;
    if error.place != errors[0].place {
        meaning = format!("About {}: {meaning}", line(error, errors[0]));
    }
    page.paragraph(NOTE, 2, &meaning);
    vec![word]
}

fn shortly(page: &mut Page, shown: &Shown, errors: &[&Diagnostic]) {
    let Some(first) = errors.first() else { return };
    let Shortened { lines, left_out } = shortened(&first.rendered, page.terminal().width, LINES);
    let hidden = left_out || errors.len() > 1;
    for text in &lines {
        page.line(text);
    }
    page.gap();
    let is_like = |one: &Diagnostic, other: &Diagnostic| {
        one.code == other.code && one.headline == other.headline
    };
    // Each with how many more there are like it.
    let mut different: Vec<(&Diagnostic, usize)> = Vec::new();
    for error in errors {
        match different.iter_mut().find(|(it, _)| is_like(it, error)) {
            Some((_, more)) => *more += 1,
            None => different.push((error, 0)),
        }
    }
    let (like_first, different) = (different[0].1, &different[1..]);
    if like_first > 0 {
        page.wrapped(FAINT, 2, &format!("{like_first} more like it."));
    }
    for (error, more) in different.iter().take(OTHERS) {
        let more = if *more > 0 { format!(" (and {more} more like it)") } else { String::new() };
        let said = error.headline.lines().next().unwrap_or_default();
        let text = format!("{}: {said}{more}", line(error, first));
        let text = truncate(&text, page.terminal().width - 2, page.terminal().cut());
        page.line(format_args!("  {}", painted(FAINT, &text)));
    }
    if different.len() > OTHERS {
        let rest = count(different.len() - OTHERS, "other error");
        page.wrapped(FAINT, 2, &format!("And {rest}."));
    }
    if hidden {
        let how = match shown.controls {
            Controls::Commands => format!("cargo xtask check {} --full", shown.exercise.number),
            Controls::Keys => "f".to_owned(),
        };
        page.wrapped(FAINT, 2, &format!("All that the compiler says: {how}"));
        page.gap();
    }
}

/// `line 12`, or where an error is that is not in the file of the `first`.
fn line(error: &Diagnostic, first: &Diagnostic) -> String {
    let file_and_line = |said: &Diagnostic| {
        let (rest, _) = said.place.as_deref()?.rsplit_once(':')?;
        rest.rsplit_once(':').map(|(file, line)| (file.to_owned(), line.to_owned()))
    };
    match (file_and_line(error), file_and_line(first)) {
        (Some((file, line)), Some((same, _))) if file == same => format!("line {line}"),
        _ => error.place.clone().unwrap_or_else(|| "error".to_owned()),
    }
}

fn signatures_differ(page: &mut Page, shown: &Shown, missing: &[String]) {
    let exercise = shown.exercise;
    let reset = match shown.controls {
        Controls::Commands => format!("cargo xtask reset {}", exercise.number),
        Controls::Keys => "x".to_owned(),
    };
    page.paragraph(
        NOTE,
        2,
        &format!(
            "Your file compiles, but the tests can't call it. They need the names, parameters, return types \
             and derives that {} had at the beginning.",
            exercise.answer()
        ),
    );
    if !missing.is_empty() {
        page.wrapped(NOTE, 2, "It has to have:");
        for signature in missing {
            page.item(PLAIN, 4, 4, "", signature);
        }
        page.gap();
    }
    page.paragraph(
        NOTE,
        2,
        &format!(
            "The beginning is in {}/start.rs. {reset} puts it back, and keeps a copy of what you wrote.",
            exercise.solution()
        ),
    );
}
