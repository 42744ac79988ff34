//! `cargo xtask watch`: a check at every save, and everything else a key away.
//!
//! - [`state`]: what it is about, and what each event makes of it
//! - [`session`]: carries out what the state says
//! - [`files`]: the files of one exercise, followed
//! - [`checks`]: checks in the background
//! - [`keys`]: keys, as it knows them
//! - [`pages`]: what is on the screen; [`status_lines`]: the lines below it
//! - [`screen`]: the terminal, taken and given back; [`line_wrap`]: lines cut to its columns

mod checks;
mod files;
mod keys;
mod line_wrap;
mod pages;
mod screen;
mod session;
mod state;
mod status_lines;

use keys::Key;
use state::RunId;
use std::ffi::OsString;
use std::process::ExitCode;
use xtask::Outcome;
use xtask::attempt::Attempt;
use xtask::cli::Format;
use xtask::commands::named_or_current;
use xtask::course::Course;
use xtask::failure::Failure;
use xtask::panics;
use xtask::process;
#[cfg(unix)]
use xtask::process::orphan_guard;
use xtask::progress::Progress;
use xtask::report;

/// What a check came to.
type Verdict = Result<Attempt, Failure>;

/// What reaches the session from its other threads.
enum Message {
    Key(Key),
    /// The terminal has another size now.
    Resized,
    /// The terminal is gone.
    Closed,
    /// The system says that something about the files may have changed.
    Touched,
    /// A check came to its end.
    Checked(RunId, Verdict),
    /// What a check waits for before it can say anything.
    Waiting(String),
}

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let name = args.get(1).map(|name| name.to_string_lossy());
    #[cfg(unix)]
    if name.as_deref() == Some(orphan_guard::WORD) {
        orphan_guard::stand();
        return Outcome::Good.into();
    }
    let call = [&["xtask".into(), "watch".into()], args.get(1..).unwrap_or_default()].concat();
    match panics::caught(&call, || {
        process::end_children_with_us(screen::give_back);
        watch(name.as_deref())
    }) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            report::failure(&failure, Format::Text);
            failure.outcome().into()
        }
    }
}

/// Watches the exercise of this name, or else the current one.
fn watch(name: Option<&str>) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let begin = named_or_current(&course, &Progress::load(&course), name)?.slug.clone();
    let begin = course.exercises().iter().position(|exercise| exercise.slug == begin);
    // A watch lives long enough to be killed in the middle of a check. Without a guard it works all
    // the same.
    #[cfg(unix)]
    let _ = orphan_guard::set_up();
    Ok(session::run(course, begin.unwrap_or_default()))
}
