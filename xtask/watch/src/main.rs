//! `cargo xtask watch`: a check at every save, and everything else a key away.
//!
//! - [`state`]: what it is about, and what each event makes of it
//! - [`session`]: carries out what the state says
//! - [`files`]: the files of one exercise, followed
//! - [`checks`]: checks in the background
//! - [`live`]: the live example in the background
//! - [`editor`]: the learner's editor, beside watch
//! - [`keys`]: keys, as it knows them
//! - [`pages`]: what is on the screen; [`status_lines`]: the lines below it
//! - [`screen`]: the terminal, taken and given back; [`line_wrap`]: lines cut to its columns

mod checks;
mod editor;
mod files;
mod keys;
mod line_wrap;
mod live;
mod pages;
mod screen;
mod session;
mod state;
mod status_lines;

use editor::Editor;
use keys::Key;
use state::RunId;
use std::ffi::OsString;
use std::process::ExitCode;
use xtask::Outcome;
use xtask::attempt::Attempt;
use xtask::cli::{self, Command, Format};
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
    /// The live run of this number printed this line.
    Live(u64, String),
    /// Why a file could not be opened in an editor.
    NotOpened(String),
}

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    #[cfg(unix)]
    if args.get(1).is_some_and(|word| word == orphan_guard::SUBCOMMAND) {
        orphan_guard::run();
        return Outcome::Good.into();
    }
    let call = [&["xtask".into(), "watch".into()], args.get(1..).unwrap_or_default()].concat();
    match panics::caught(&call, || {
        process::end_children_with_us(screen::restore);
        match cli::parse(call.clone())? {
            Command::Watch(asked) => watch(asked),
            _ => unreachable!("the first word is watch"),
        }
    }) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            report::failure(&failure, Format::Text);
            failure.outcome().into()
        }
    }
}

/// Watches the exercise that was named, or else the current one.
fn watch(asked: cli::Watch) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let progress = Progress::load(&course);
    let begin = named_or_current(&course, &progress, asked.exercise.as_deref())?.slug.clone();
    let begin = course.exercises().iter().position(|exercise| exercise.slug == begin);
    // A watch lives long enough to be killed in the middle of a check. Without a guard it works all
    // the same.
    #[cfg(unix)]
    let _ = orphan_guard::set_up();
    let editor = Editor::find(asked.edit_cmd, |name| std::env::var(name).ok());
    Ok(session::run(course, begin.unwrap_or_default(), editor, !asked.no_editor))
}
