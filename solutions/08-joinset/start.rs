//! # 08 · JoinSet
//!
//! A spawned task goes on by itself, whatever becomes of the code that spawned it: unless it has an
//! owner that takes it along. The README tells the story; the promises that your answer must keep
//! are in `tests/joinset.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 08    are the promises kept?
//! cargo xtask hint 08     one step at a time
//! cargo xtask run 08      watch it on the real clock
//! ```

pub mod given;

/// Renders the photos `ids`, all at the same time, and returns their thumbnails in the order of
/// `ids`, as soon as the last is there. There may be no photo at all, many, or the same one twice (which
/// you may render twice or once).
///
/// The first render to fail makes all of it fail, at that very moment. The error, printed in full
/// with `{:#}`, names that photo by its number and no other photo, and says what was wrong. A panic
/// inside `render` is such a failure too: it becomes an error that says so (`… panicked …`), and no other
/// error does. (A task's number, in tokio's own words, is no photo's.)
///
/// Nothing outlives it. Whether it returns thumbnails or an error, or is dropped in the middle of
/// its work: renders that are still under way end at that moment.
pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    // TODO: who owns the renders that are under way, and what becomes of them when the owner goes?
    todo!("render {} photos, and leave no render behind", ids.len())
}
