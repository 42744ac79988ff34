//! A panic of the runner itself. That is a bug in the course's tools, and no answer is to blame for it.

use crate::cli::Format;
use crate::failure::Failure;
use crate::report;
use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// The first panic, with its place: where one thread panics, others often panic because of it.
static FIRST: Mutex<Option<String>> = Mutex::new(None);

/// What the program was called with.
static CALL: OnceLock<String> = OnceLock::new();

/// Does `work`. Its panic becomes a failure that says which call it was; `args` begin with the program.
pub fn caught<T>(
    args: &[OsString],
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    let words = args.iter().skip(1).map(|word| word.to_string_lossy().into_owned());
    let words: Vec<String> = ["cargo xtask".to_owned()].into_iter().chain(words).collect();
    let _ = CALL.set(words.join(" "));
    panic::set_hook(Box::new(|panicked| {
        first().get_or_insert_with(|| panicked.to_string());
    }));
    match panic::catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => {
            // The work went on without that thread, and its result stands.
            report_first();
            result
        }
        Err(_) => Err(bug(&first().take().unwrap_or_default())),
    }
}

/// Reports the first panic there was, if any, where nobody else will.
pub fn report_first() {
    let said = first().take();
    said.inspect(|said| report::failure(&bug(said), Format::Text));
}

fn first() -> MutexGuard<'static, Option<String>> {
    FIRST.lock().unwrap_or_else(PoisonError::into_inner)
}

fn bug(said: &str) -> Failure {
    let call = CALL.get().map_or("cargo xtask", String::as_str);
    // What `repository` in this package's manifest says, where it says anything.
    let place = match env!("CARGO_PKG_REPOSITORY") {
        "" => "to whoever gave you the course".to_owned(),
        repository => format!("at {}/issues", repository.trim_end_matches('/')),
    };
    Failure::machine(format!(
        "the runner itself failed during `{call}`. This is a bug in the course's tools, not in your \
         answer. Please report it {place}, with these lines:\n\n{said}"
    ))
}
