//! Records panics of learner code with their positions, and keeps them off the screen.
//!
//! The standard library tells a panic's place only to the process-wide hook. So one hook is set,
//! once, and asks which run the panicking thread belongs to; a thread of no run panics as before.

use std::cell::RefCell;
use std::panic::{self, PanicHookInfo};
use std::sync::{Arc, Mutex, Once, PoisonError};
use verdict::Panic;
use verdict::report_protocol::PANIC;

/// How many panics of one run are remembered.
const MAX_RECORDED: usize = 20;

/// The panics of one run.
#[derive(Clone, Default)]
pub(crate) struct Panics(Arc<Mutex<Vec<Panic>>>);

thread_local! {
    static MINE: RefCell<Option<Panics>> = const { RefCell::new(None) };
}

impl Panics {
    /// Remembers this thread's panics here from now on.
    pub(crate) fn enter(&self) {
        set_hook();
        MINE.set(Some(self.clone()));
    }

    pub(crate) fn seen(&self) -> Vec<Panic> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn remember(&self, info: &PanicHookInfo<'_>) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() < MAX_RECORDED {
            let message = info.payload_as_str().unwrap_or("(a panic without a message)").to_owned();
            seen.push(Panic { message, location: info.location().map(ToString::to_string) });
        }
    }
}

fn set_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let mine = MINE.try_with(|mine| mine.borrow().clone()).ok().flatten();
            match mine {
                Some(panics) => {
                    panics.remember(info);
                    if crate::kept::take_nonce().is_some() {
                        // For the runner, in case this is the last that is heard of the process: a
                        // panic while another unwinds aborts it. In one line, for by its beginning
                        // it is told from what the answer prints.
                        let said = info.payload_as_str().unwrap_or_default();
                        eprintln!("{PANIC}{}", said.lines().collect::<Vec<_>>().join(" "));
                    }
                }
                None => before(info),
            }
        }));
    });
}
