//! # 09 · Timeout
//!
//! A time limit is worth little when the work goes on behind its back. In Rust a limit can really
//! end what it limits, whatever that is: one call, or all the calls of an afternoon. The README
//! tells the story; the promises that your answer must keep are in `tests/timeout.rs`: read their
//! names first.
//!
//! ```text
//! cargo xtask check 09    are the promises kept?
//! cargo xtask hint 09     one step at a time
//! cargo xtask run 09      watch it on the real clock
//! ```

pub mod given;

use given::Price;
use std::time::Duration;

/// Calls the suppliers in `given::phone_book()` in turn and returns the first price it is told.
///
/// There is one telephone: one call at a time, in the order of the book, each supplier once, and
/// nobody after somebody has named a price. (Two of the same name are two suppliers. Another quote
/// that goes on at the same time has a telephone of its own.) A call that has taken `each` is broken
/// off, and the next begins at that very moment.
///
/// When `overall` has passed since the start, the call under way is broken off, however new it is,
/// nobody else is called, and the answer is `None` at that very moment. It is `None` at once, too,
/// when nobody is left to call. When it returns, nothing is left running.
///
/// Either limit may be anything from zero to a hundred years. The tests look at the first 30 days only.
/// When both limits are over at the same instant, either may win; so may a limit or the price, when a
/// call names its price at the very instant at which a limit is over. So a call may begin at the moment
/// at which `overall` has passed, if it is broken off at once.
pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    // TODO: two kinds of limit. What exactly does each of them have to end?
    todo!("call the suppliers in turn: {each:?} for each of them, {overall:?} for all")
}
