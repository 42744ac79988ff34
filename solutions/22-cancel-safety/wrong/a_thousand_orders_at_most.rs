//! Returns with a thousand orders. | all_of_this_holds_for_whatever_line: "the promise is"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    let mut seconds = interval_at(Instant::now() + Duration::from_secs(1), Duration::from_secs(1));
    let mut bytes = Vec::new();
    loop {
        tokio::select! {
            read = stream.read_buf(&mut bytes) => {
                if !matches!(read, Ok(1..)) {
                    return orders;
                }
                while let Some((&length, rest)) = bytes.split_first() {
                    let Some(order) = rest.get(..usize::from(length)) else { break };
                    orders.push(Order::new(order));
                    bytes.drain(..=usize::from(length));
                    if orders.len() == 1_000 {
                        return orders;
                    }
                }
            }
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
