//! # 04 · Select
//!
//! Often you want not all the answers but the first one, and to be rid of the rest. In Rust a future
//! is cancelled by dropping it, and a race drops its losers. The README tells the story; the
//! promises that your answers must keep are in `tests/select.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 04    are the promises kept?
//! cargo xtask hint 04     one step at a time
//! cargo xtask run 04      watch it on the real clock
//! ```

pub mod given;

use given::Mirror;
use std::time::Duration;

/// Downloads from both mirrors at the same time and returns the copy that is there first.
///
/// Both downloads begin at once. It returns the moment the faster one is done, and at that moment
/// the slower one is broken off: nothing is left running. At a tie, either may win. If one download
/// takes no time at all, the other need not begin.
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    // TODO: let both downloads race, and let go of the one that loses.
    todo!("race {} against {}", a.name(), b.name())
}

/// Downloads from `m`, for as long as `patience` lasts.
///
/// Returns the copy the moment it is there. When the patience runs out first, it breaks off the
/// download and returns `None` at that very moment. Nothing is left running either way.
///
/// A patience of zero is over at once: the download need not even begin. `patience` may also be a
/// year, or `Duration::MAX`. The tests look at the first 30 days only.
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    // TODO: a race again. Who is the download's rival?
    todo!("give {} no more than {patience:?}", m.name())
}
