//! A panic of the runner itself is said in words that somebody can act on.

use std::ffi::OsString;
use std::panic;
use std::thread;
use xtask::Outcome;
use xtask::failure::Failure;
use xtask::panics::caught;

// One test: a program has one panic hook.
#[test]
fn a_panic_is_a_failure_that_asks_for_a_report() {
    let args = ["/anywhere/xtask", "check", "01"].map(OsString::from);
    let work = || thread::spawn(|| panic!("the kettle fell")).join().map_err(|_| panic!("no tea"));
    let caught: Result<(), Failure> = caught(&args, work);
    let _ = panic::take_hook();
    let failure = caught.unwrap_err();
    assert_eq!(failure.outcome(), Outcome::Machine);
    let message = failure.to_string();
    for part in ["`cargo xtask check 01`", "report it", "panics.rs:", "the kettle fell"] {
        assert!(message.contains(part), "{part} in {message}");
    }
    assert!(!message.contains("no tea"), "what came of the first panic is no news: {message}");
}
