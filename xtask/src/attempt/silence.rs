//! What it means that a promise's process ended without a report.

use std::process::ExitStatus;
use verdict::evidence::PANIC;
use verdict::text::{fit, tame};
use verdict::{End, Finding, Report, Timeline};

/// A report in the judge's place. `status` is `None` when the time was up.
pub fn report(status: Option<ExitStatus>, errors: &str) -> Report {
    let (happened, meaning, misconception) = match status {
        None => (
            "It did not end within 20 s of real time, and was killed.".to_owned(),
            "Something holds up the whole process, not only the thread that runs the tasks."
                .to_owned(),
            "stuck",
        ),
        Some(_) if errors.contains("has overflowed its stack") => (
            "It ran out of stack.".to_owned(),
            "A function calls itself without end, or keeps something huge in a local variable."
                .to_owned(),
            "stack-overflow",
        ),
        Some(_) if errors.contains("non-unwinding panic") => (
            "It panicked inside a drop while another panic was being cleaned up, and that ended \
             the whole program."
                .to_owned(),
            format!("A drop must not panic. {}", last_panic(errors)),
            "panic-in-drop",
        ),
        Some(status) if status.code() == Some(101) => (
            "It panicked outside the run that this promise is about.".to_owned(),
            said(errors),
            "panic-outside",
        ),
        Some(status) => (
            format!(
                "The whole program was ended before the promise could be judged ({}).",
                ending(status)
            ),
            format!("{}{}", ended_itself(status), said(errors)),
            "exited",
        ),
    };
    let meaning = meaning.trim_end().to_owned();
    let misconception = Some(misconception.to_owned());
    Report {
        end: End::Exited,
        finding: Some(Finding { happened, meaning, misconception }),
        timeline: Timeline::default(),
        panics: Vec::new(),
        panic_expected: false,
        cases: 0,
    }
}

/// Only what has an exit code, or aborted, can have chosen to end.
fn ended_itself(status: ExitStatus) -> &'static str {
    if signal(status).is_some_and(|signal| signal != 6) {
        return "";
    }
    "std::process::exit and std::process::abort end everything at once, the test too. Return from \
     the function instead. "
}

/// The signal that ended it. Where another program stood between, as a sandbox does, that tells it as
/// a shell would: 128 more than its number.
fn signal(status: ExitStatus) -> Option<i32> {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Some(signal);
    }
    status.code().map(|code| code - 128).filter(|signal| (1..=31).contains(signal))
}

fn ending(status: ExitStatus) -> String {
    if let Some(signal) = signal(status) {
        return match signal {
            6 => "it aborted".to_owned(),
            9 => "it was killed".to_owned(),
            11 => "it touched memory that is not its own".to_owned(),
            n => format!("signal {n}"),
        };
    }
    match status.code() {
        Some(code) => format!("exit code {code}"),
        None => "no exit code".to_owned(),
    }
}

/// What the last panic of learner code said.
fn last_panic(errors: &str) -> String {
    let panics = errors.lines().filter_map(|line| line.strip_prefix(PANIC));
    // Besides the standard library's own, which says that there were two.
    let mut panics = panics.filter(|message| !message.contains("destructor"));
    let last = panics.next_back();
    last.map(|message| format!("It said: {}", fit(&tame(message), 300, "…"))).unwrap_or_default()
}

/// The first thing that was said on standard error, if anything was: of a panic its message, which
/// stands below the line that names the thread.
fn said(errors: &str) -> String {
    let says = |line: &&str| !line.is_empty() && !line.starts_with("thread '");
    let first = errors.lines().map(str::trim).find(says);
    first.map(|line| format!("It said: {}", fit(&tame(line), 300, "…"))).unwrap_or_default()
}
