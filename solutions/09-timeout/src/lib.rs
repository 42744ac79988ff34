//! # 09 · Timeout: an answer

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

/// Calls the suppliers in `given::phone_book()` in turn and returns the first price it is told.
pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    // A loop with awaits in it is a future like any other once it stands in an async block. It has
    // not begun yet, and it knows nothing of the time for all.
    let calls = async {
        for supplier in phone_book() {
            // timeout owns the call. When the time is up it returns Err and drops the call, which
            // is all that it takes to hang up. The Err is no failure of ours: somebody else may be
            // quicker, so no `?` here.
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };

    // The limit for all goes around the whole of it. When that one is up, the loop is dropped with
    // everything in it: the inner timeout, and the call that the inner timeout owns. Nobody has to
    // look at a clock between two calls, where it would be too late anyway.
    timeout(overall, calls).await.unwrap_or(None)
}
