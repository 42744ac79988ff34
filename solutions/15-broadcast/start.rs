//! # 15 · Broadcast
//!
//! A broadcast channel gives every listener every message, and waits for none of them: whoever
//! falls too far behind has missed some. The README tells the story; the promises that your answer
//! must keep are in `tests/broadcast.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 15    are the promises kept?
//! cargo xtask hint 15     one step at a time
//! cargo xtask run 15      watch it on the real clock
//! ```

pub mod given;

use given::Goal;
use tokio::sync::broadcast;

/// Listens to the radio until it signs off, and returns the goals that it heard, in the order in
/// which they came over the air, and how many it missed.
///
/// It hears every goal that `rx` still has for it, also those that were reported before it began to
/// listen. Goals that are lost because it fell behind are counted as missed, and it listens on. It
/// returns the moment the last reporter has signed off, and leaves nothing running.
pub async fn listen(rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    // TODO: three things can come out of a receiver, and only one of them is the end.
    todo!("hear all that comes over the air (waiting already: {})", rx.len())
}
