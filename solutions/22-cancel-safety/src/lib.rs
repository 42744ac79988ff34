//! # 22 · Cancel safety: an answer

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

const SECOND: Duration = Duration::from_secs(1);

/// Reads orders from `stream` until somebody says `stop`, and returns them in the order in which they came.
pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    // Made once: one that is made in the loop would begin anew with every byte.
    let mut seconds = interval_at(Instant::now() + SECOND, SECOND);
    // What has come of orders that aren't complete. It stands outside of the loop, so no branch that
    // loses can take it away.
    let mut bytes = Vec::new();
    loop {
        tokio::select! {
            // Cancel safe: if another branch is first, nothing has been read. read_exact, which waits for a
            // whole order, is not. It would be dropped with what it has of it.
            read = stream.read_buf(&mut bytes) => {
                if !matches!(read, Ok(1..)) {
                    return orders;
                }
                while let Some((&length, rest)) = bytes.split_first() {
                    let Some(order) = rest.get(..usize::from(length)) else { break };
                    orders.push(Order::new(order));
                    bytes.drain(..=usize::from(length));
                }
            }
            _ = seconds.tick() => show(orders.len()),
            // A message, or nobody who could send one. By reference, or the first round would use it up.
            _ = &mut stop => return orders,
        }
    }
}
