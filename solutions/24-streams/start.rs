//! # 24 · Streams
//!
//! A list that comes in pages is a stream of rows: whoever reads it asks for the next one, and only
//! then is there something to do. The README tells the story; the promises that your answer must keep
//! are in `tests/streams.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 24    are the promises kept?
//! cargo xtask hint 24     one step at a time
//! cargo xtask run 24      watch it on the real clock
//! ```

pub mod given;

use futures::{Stream, stream};
use given::{Client, Row};

/// All rows of the clinic's list, in the order in which its pages have them.
///
/// The first page is fetched when the first row is asked for. Every other page is fetched when a row is
/// asked for and all rows before it have been given out: with the token of the page before it, never
/// earlier, and never twice. The other rows of a page come at once. A page may have no rows at all; then
/// the one after it is fetched without delay. There may be any number of pages.
///
/// After the last row of the last page (the one without a token) the stream ends, and fetches nothing
/// more. If a page can't be fetched, the stream gives an error in its place, and when it is asked again,
/// it ends. The error, printed in full with `{:#}`, says which page it was ("page 3", counted from 1) and
/// what the clinic said. Nobody asks once more after the end.
///
/// Whoever asks for a row may stop waiting for it, and ask again later: the page is fetched once all the
/// same, and no row is lost. If the stream is dropped, nothing goes on. Streams share nothing.
pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    // TODO: what do you have to know between two rows?
    stream::once(async move {
        todo!("fetch the pages of {client:?}, one at a time, and give out their rows")
    })
}
