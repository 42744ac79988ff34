//! Watch: a check at every save, and everything else a key away.
//!
//! - [`state`]: what it is about, and what each event makes of it
//! - [`session`]: carries out what the state says
//! - [`files`]: the files of one exercise, followed
//! - [`checks`]: checks in the background
//! - [`keys`]: keys, as it knows them
//! - [`pages`]: what is on the screen

mod checks;
mod files;
mod keys;
mod pages;
pub mod session;
mod state;

use crate::attempt::Attempt;
use crate::failure::Failure;
use keys::Key;
use state::RunId;

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
