//! # 22 · Cancel safety
//!
//! Whatever loses in a `select!` is dropped where it stands. If it had half of something, that half is
//! lost, unless you keep it elsewhere. The README tells the story; the promises that your answer must
//! keep are in `tests/cancel_safety.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 22    are the promises kept?
//! cargo xtask hint 22     one step at a time
//! cargo xtask run 22      watch it on the real clock
//! ```

pub mod given;

use given::Order;
use tokio::io::DuplexStream;
use tokio::sync::oneshot;

/// Reads orders from `stream` until somebody says `stop`, and returns them in the order in which they came.
///
/// An order is one byte that says how many bytes follow, and then those: none to 255. It is there as soon as
/// its last byte is there, and is made then, by `Order::new`. The bytes may come in any pieces.
///
/// At each whole second after the start of this call, `given::show` gets the number of orders that are
/// there. However many bytes come meanwhile, no second is left out, and none is late.
///
/// It returns as soon as there is a message from `stop`, or nobody is left who could send one, or the stream
/// has ended. What is there of an order that isn't complete by then is thrown away. If two things happen
/// at the same moment, either may come first.
///
/// When it returns, or its caller drops it, nothing goes on. Calls share nothing.
pub async fn read_orders(stream: DuplexStream, stop: oneshot::Receiver<()>) -> Vec<Order> {
    // TODO: what is lost if this moment is the one at which another branch is first?
    todo!("read orders from {stream:?}, show their number each second, and return at {stop:?}")
}
