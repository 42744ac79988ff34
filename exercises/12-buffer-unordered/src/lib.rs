//! # 12 · Buffer unordered
//!
//! A list of futures can be a stream too: of results, as they come, with a limit on how many are under
//! way. A stream is asked for its next item, and it moves only while somebody asks. The README tells
//! the story; the promises that your answer must keep are in `tests/buffer_unordered.rs`: read their
//! names first.
//!
//! ```text
//! cargo xtask check 12    are the promises kept?
//! cargo xtask hint 12     one step at a time
//! cargo xtask run 12      watch it on the real clock
//! ```

pub mod given;

use given::{Status, Url};

/// Checks every link, reports those that are gone, and returns what was found, in any order.
///
/// A link is *in hand* from the beginning of its `check` until that is over; or, when it is gone,
/// until its `report`, which follows at once, is written. Start the links in the order of the list:
/// `at_once` of them at the start (or all, when there are fewer), and the next one at the very moment
/// at which one is done with. (Of those that begin at the same moment, any may be first.) So there are
/// never more than `at_once` in hand, and while one of them is checked or reported, the others go on.
/// `at_once` is at most `Semaphore::MAX_PERMITS`.
///
/// Two links may have the same name. They are still two links: each is checked, reported if it is gone,
/// and returned.
///
/// With 0 `at_once` nothing can be checked: it visits no page and returns at once, with every link
/// `not_checked`. When it returns, nothing is left running.
pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    // TODO: make a stream of what is to be done for each link, of which a few are under way.
    todo!("check {} links, {at_once} at once, and report those that are gone", urls.len())
}
