//! # 16 · Watch
//!
//! A watch channel holds one value, the latest. Who was busy while it changed three times has missed
//! nothing that still matters. The README tells the story; the promises that your answer must keep
//! are in `tests/watch.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 16    are the promises kept?
//! cargo xtask hint 16     one step at a time
//! cargo xtask run 16      watch it on the real clock
//! ```

pub mod given;

use given::Config;
use tokio::sync::watch;

/// Has the lamps follow the desk until it is closed, and returns the configurations that they were
/// moved to, in order.
///
/// First they are moved (with `move_lamps`) to the configuration that is there already. After that,
/// whenever the desk has been set since they were last sent off, they are moved to what it says
/// *then*: at once when they are at rest, or else as soon as the move under way has ended. Every
/// move is finished before the next begins. When the desk says the very same again, it is up to you
/// whether they are moved there once more.
///
/// Once the desk is closed and its last setting is applied, it returns at that moment, and leaves
/// nothing running.
pub async fn follow(rx: watch::Receiver<Config>) -> Vec<Config> {
    // TODO: look at what is there, act on it, and wait until it is no longer what you have seen.
    todo!("move the lamps to {}, and on from there", *rx.borrow())
}
