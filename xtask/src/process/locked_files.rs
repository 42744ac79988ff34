//! Retries what failed because another program has a file open: one that runs while it is to be replaced, or
//! a virus scanner that reads it. Most let go after a moment.

use std::io;
use std::thread;
use std::time::Duration;

/// What happened and what to do about it.
pub const MESSAGE: &str = "A file can't be replaced because another program is using it. Perhaps your own \
                            program is still running, or a virus scanner is reading it. Stop that \
                            program, or wait a moment. Then try again.";

/// How long most who hold a file take to let go of it.
const RETRY_DELAY: Duration = Duration::from_millis(500);

/// Does it, and once more after a moment if that failed because a file was held.
pub fn retry<T>(mut act: impl FnMut() -> T, was_locked: impl Fn(&T) -> bool) -> T {
    let first = act();
    if !was_locked(&first) {
        return first;
    }
    thread::sleep(RETRY_DELAY);
    act()
}

/// Whether an error of the system's says that a file is held.
pub fn is_locked(error: &io::Error) -> bool {
    // Of Windows: a sharing violation, and a lock violation.
    let on_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    on_windows || error.kind() == io::ErrorKind::ExecutableFileBusy
}

/// Whether a compiler, a linker or cargo says so in these words. (Windows writes the words in the
/// user's language, and the numbers in every language.)
pub fn says_locked(said: &str) -> bool {
    let of_linkers = ["LNK1104", "LNK1201", "Text file busy"];
    let of_windows = ["(os error 32)", "(os error 33)"];
    // A file that is in use may also count as one that nobody may write.
    let denied = ["(os error 5)", "Permission denied", "permission denied"];
    let writes = ["cannot open output file", "failed to remove", "failed to link or copy", ".exe"];
    let any = |parts: &[&str]| parts.iter().any(|part| said.contains(part));
    any(&of_linkers) || cfg!(windows) && (any(&of_windows) || any(&denied) && any(&writes))
}

#[cfg(test)]
mod tests {
    use super::{is_locked, retry, says_locked};
    use std::cell::Cell;
    use std::io;

    #[test]
    fn what_is_held_is_tried_once_more_and_nothing_else_is() {
        let tries = Cell::new(0);
        let fails = |error: fn() -> io::Error, times: u32| {
            tries.set(0);
            let act = || {
                tries.set(tries.get() + 1);
                if tries.get() > times { Ok(()) } else { Err(error()) }
            };
            let done = retry(act, |done| done.as_ref().is_err_and(is_locked));
            (done.is_ok(), tries.get())
        };
        let held = || io::ErrorKind::ExecutableFileBusy.into();
        assert_eq!(fails(held, 0), (true, 1));
        assert_eq!(fails(held, 1), (true, 2));
        assert_eq!(fails(held, 9), (false, 2));
        assert_eq!(fails(|| io::ErrorKind::NotFound.into(), 9), (false, 1));
        let windows = fails(|| io::Error::from_raw_os_error(32), 9);
        assert_eq!(windows, (false, if cfg!(windows) { 2 } else { 1 }));
    }

    #[test]
    fn what_linkers_and_cargo_say_of_a_held_file() {
        assert!(says_locked("LINK : fatal error LNK1104: cannot open file 'C:\\live.exe'"));
        for said in [
            "ld: cannot open output file live.exe: Permission denied",
            "error: failed to remove file `live.exe`\n\nCaused by:\n  Access is denied. (os error 5)",
            "error: failed to write `live.o`: Der Prozess kann nicht … (os error 32)",
        ] {
            assert_eq!(says_locked(said), cfg!(windows), "{said}");
        }
        for other in ["error[E0425]: cannot find value `a`", "linking with `link.exe` failed", ""] {
            assert!(!says_locked(other), "{other}");
        }
    }
}
