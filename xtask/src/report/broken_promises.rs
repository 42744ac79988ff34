//! Why promises are broken: each in words and with its picture, and nothing said twice.

use super::glossary;
use super::{BOLD, FAINT, NOTE, Page, painted};
use crate::attempt::promise::Promise;
use verdict::report_text::{Line, lines};
use verdict::text::{count, sanitize, truncate};

/// How many broken promises are explained: what is broken first is worth understanding first.
const EXPLAINED: usize = 2;

/// How many lines of the learner's own output are shown.
const PRINTED: usize = 12;

/// Explains what is broken first; returns the words that a beginner may not know.
pub(super) fn explanations(page: &mut Page, promises: &[Promise]) -> Vec<&'static str> {
    let broken: Vec<&Promise> = promises.iter().filter(|promise| !promise.kept()).collect();
    // Several promises are often broken by one mistake. To be told of it once is enough.
    let mut different: Vec<&Promise> = Vec::new();
    for promise in &broken {
        if !different.iter().any(|other| same_reason(other, promise)) {
            different.push(promise);
        }
    }
    let mut before: Option<&Promise> = None;
    for promise in different.iter().copied().take(EXPLAINED) {
        let mark = format!("{} ", page.terminal().mark(false));
        page.item(BOLD, 0, 2, &mark, &promise.words());
        explanation(page, promise, before);
        page.gap();
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
        page.paragraph(FAINT, 2, &format!("{}.", left.join("; ")));
    }
    let explained = &different[..different.len().min(EXPLAINED)];
    let findings = explained.iter().filter_map(|promise| promise.report.finding.as_ref());
    let said: String = findings.map(|f| format!("{} {} ", f.happened, f.meaning)).collect();
    if let Some(first) = different.first() {
        show_printed(page, first, PRINTED);
    }
    glossary::in_text(&said)
}

fn same_reason(one: &Promise, other: &Promise) -> bool {
    let (Some(one), Some(other)) = (&one.report.finding, &other.report.finding) else {
        return false;
    };
    match (&one.misconception, &other.misconception) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

fn are(n: usize) -> String {
    if n == 1 { "1 more is".to_owned() } else { format!("{n} more are") }
}

/// What of `promise`'s report was not said by the one `before` it.
fn explanation(page: &mut Page, promise: &Promise, before: Option<&Promise>) {
    let style = page.terminal().picture(4);
    let explained = before.map(|before| lines(&before.report, style)).unwrap_or_default();
    let mut lines = lines(&promise.report, style);
    let same_picture = before.is_some_and(|b| b.report.timeline == promise.report.timeline);
    let drawn = |line: &Line| matches!(line, Line::Picture(_) | Line::Blank);
    let said = |line: &Line| matches!(line, Line::Meaning(_)) && explained.contains(line);
    lines.retain(|line| !(said(line) || same_picture && drawn(line)));
    for line in lines {
        match &line {
            Line::Happened(text) | Line::Picture(text) => page.line(format_args!("    {text}")),
            Line::Meaning(text) => page.line(format_args!("    {}", painted(NOTE, text))),
            Line::Blank => page.gap(),
        }
    }
}

/// What the learner's code printed, at most so many lines: many look for their mistake with println.
pub(super) fn show_printed(page: &mut Page, promise: &Promise, most: usize) {
    let printed: Vec<&str> = promise.printed.lines().collect();
    if printed.is_empty() {
        return;
    }
    page.wrapped(FAINT, 2, "It printed:");
    let (width, cut) = (page.terminal().width - 4, page.terminal().cut());
    for line in printed.iter().take(most) {
        page.line(format_args!(
            "  {} {}",
            painted(FAINT, "|"),
            truncate(&sanitize(line), width, cut)
        ));
    }
    if printed.len() > most {
        let more = count(printed.len() - most, "more line");
        page.wrapped(FAINT, 2, &format!("| {cut} {more}"));
    }
    page.gap();
}
