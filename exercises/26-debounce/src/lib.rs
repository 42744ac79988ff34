//! # 26 · Debounce
//!
//! Whoever types doesn't want an answer to each letter, but one to the word. So wait until it is quiet,
//! and drop what is out of date. The README tells the story; the promises that your answer must keep
//! are in `tests/debounce.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 26    are the promises kept?
//! cargo xtask hint 26     one step at a time
//! cargo xtask run 26      watch it on the real clock
//! ```

pub mod given;

use given::{Index, Suggestion};
use tokio::sync::mpsc;

/// Searches `index` for what is typed, and returns the suggestions of all searches that came to their
/// end, in that order.
///
/// Each key brings the whole text that is in the field then, and it takes the place of the text before
/// it. The search for a text begins when `given::QUIET` has passed since its key and no other key has
/// come. If a key comes while a search goes on, the search is broken off at that moment.
///
/// When `keys` is closed (`recv` gives `None`), no key can come any more. Then a text that still waits for
/// quiet is searched at once, a search that goes on is finished, and the call returns with the last of
/// them: at once, if there is nothing left to search. Hours without a key don't mean that it is closed.
///
/// A text is a text: it may be empty, or the same as one before, and is searched like any other. For one
/// key there is never a second search. A search may take a millisecond or hours. If two things happen at
/// the same moment, either may come first.
///
/// If its caller drops the call, nothing goes on. Calls share nothing: none waits for another.
pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    // TODO: what do you wait for after a key? And what while a search goes on?
    while let Some(text) = keys.recv().await {
        todo!(
            "wait for quiet, then have {index:?} search for {text:?}, unless something newer comes"
        )
    }
    Vec::new()
}
