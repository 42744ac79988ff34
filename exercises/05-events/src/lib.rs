//! # 05 · Events
//!
//! A server's life is a loop: an event comes in, something is done about it, the next comes in. What
//! is done takes time, and the next event does not wait for it. The README tells the story; the
//! promises that your answer must keep are in `tests/events.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 05    are the promises kept?
//! cargo xtask hint 05     one step at a time
//! cargo xtask run 05      watch it on the real clock
//! ```

pub mod given;

use given::Request;
use tokio::sync::mpsc;

/// Answers calls until no more can come, and returns how many callers got their answer.
///
/// For each request, as it arrives, it looks the item up once (`given::look_up`) and sends the answer
/// on the request's own `reply` the moment it is known. However many look-ups are under way, a request
/// waits for none of them.
///
/// A caller may have hung up meanwhile. That is no error and nothing to panic about: nobody got that
/// answer, so it does not count, and the others get theirs.
///
/// It returns as soon as both hold: the channel is closed (`recv` gives `None`), and all who have
/// called and still wait have their answer. A look-up for somebody who has hung up may be broken off,
/// or waited for as well; for somebody who hung up before it began, it need not begin. An hour without
/// calls doesn't mean that the channel is closed. When it returns, nothing is left running.
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    // TODO: a look-up takes its time. Who receives the next request meanwhile?
    while let Some(Request { item, .. }) = requests.recv().await {
        todo!("look up where the {item} is, reply, and be ready for the next call")
    }
    0
}
