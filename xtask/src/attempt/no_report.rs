//! What it means that a promise's process ended without a report.

use std::process::ExitStatus;
use verdict::report_protocol::PANIC;
use verdict::text::{sanitize, truncate};
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
        Some(status)
            if errors.contains("has overflowed its stack") || how(status) == How::OutOfStack =>
        {
            (
                "It ran out of stack.".to_owned(),
                "A function calls itself without end, or keeps something huge in a local variable."
                    .to_owned(),
                "stack-overflow",
            )
        }
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
    match how(status) {
        How::Exited(_) | How::Aborted => {
            "std::process::exit and std::process::abort end everything at once, the test too. Return \
             from the function instead. "
        }
        _ => "",
    }
}

/// How a process ended that was not asked to.
#[derive(Debug, PartialEq, Eq)]
enum How {
    Exited(i32),
    Aborted,
    Killed,
    /// It touched memory that is not its own.
    OutsideItsMemory,
    OutOfStack,
    Signal(i32),
    Unknown,
}

/// The codes that Windows ends a program with, as its documentation of NTSTATUS has them: with the
/// numbers that std gives for them.
mod windows {
    pub const ACCESS_VIOLATION: i32 = 0xC000_0005_u32.cast_signed();
    pub const STACK_OVERFLOW: i32 = 0xC000_00FD_u32.cast_signed();
    /// What `std::process::abort` is there: a fast fail, as of a buffer that was overrun.
    pub const FAST_FAIL: i32 = 0xC000_0409_u32.cast_signed();
}

fn how(status: ExitStatus) -> How {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return by_signal(signal);
    }
    status.code().map_or(How::Unknown, by_code)
}

fn by_signal(signal: i32) -> How {
    match signal {
        6 => How::Aborted,
        9 => How::Killed,
        11 => How::OutsideItsMemory,
        other => How::Signal(other),
    }
}

fn by_code(code: i32) -> How {
    match code {
        windows::ACCESS_VIOLATION => return How::OutsideItsMemory,
        windows::STACK_OVERFLOW => return How::OutOfStack,
        windows::FAST_FAIL => return How::Aborted,
        _ => {}
    }
    // Where another program stood between, as a sandbox does, that tells of a signal as a shell would:
    // 128 more than its number.
    match code.checked_sub(128) {
        Some(signal @ 1..=31) => by_signal(signal),
        _ => How::Exited(code),
    }
}

fn ending(status: ExitStatus) -> String {
    match how(status) {
        How::Aborted => "it aborted".to_owned(),
        How::Killed => "it was killed".to_owned(),
        How::OutsideItsMemory => "it touched memory that is not its own".to_owned(),
        How::OutOfStack => "it ran out of stack".to_owned(),
        How::Signal(signal) => format!("signal {signal}"),
        // What Windows ends a program with is known by its digits in hexadecimal.
        How::Exited(code) if code < 0 => format!("exit code {code:#X}"),
        How::Exited(code) => format!("exit code {code}"),
        How::Unknown => "no exit code".to_owned(),
    }
}

/// What the last panic of learner code said.
fn last_panic(errors: &str) -> String {
    let panics = errors.lines().filter_map(|line| line.strip_prefix(PANIC));
    // Besides the standard library's own, which says that there were two.
    let mut panics = panics.filter(|message| !message.contains("destructor"));
    let last = panics.next_back();
    last.map(|message| format!("It said: {}", truncate(&sanitize(message), 300, "…")))
        .unwrap_or_default()
}

/// The first thing that was said on standard error, if anything was: of a panic its message, which
/// stands below the line that names the thread.
fn said(errors: &str) -> String {
    let says = |line: &&str| !line.is_empty() && !line.starts_with("thread '");
    let first = errors.lines().map(str::trim).find(says);
    first
        .map(|line| format!("It said: {}", truncate(&sanitize(line), 300, "…")))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{How, by_code};

    #[test]
    fn the_codes_that_systems_end_programs_with_are_known() {
        for (code, how) in [
            (0, How::Exited(0)),
            // What C's abort is on Windows; but `exit(3)` is that too.
            (3, How::Exited(3)),
            (101, How::Exited(101)),
            (128 + 6, How::Aborted),
            (128 + 9, How::Killed),
            (128 + 11, How::OutsideItsMemory),
            (128 + 15, How::Signal(15)),
            (0xC000_0005_u32.cast_signed(), How::OutsideItsMemory),
            (0xC000_00FD_u32.cast_signed(), How::OutOfStack),
            (0xC000_0409_u32.cast_signed(), How::Aborted),
        ] {
            assert_eq!(by_code(code), how, "{code:#X}");
        }
    }

    #[test]
    fn every_code_is_told_and_none_is_too_small_to_count() {
        for code in (i32::MIN..=i32::MIN + 256).chain([-1, i32::MAX]) {
            assert_eq!(by_code(code), How::Exited(code));
        }
    }
}
