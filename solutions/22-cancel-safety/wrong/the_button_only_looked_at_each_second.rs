//! Looks at the button when the panel changes. | at_the_button_it_returns_what_is_complete: "It looked at the button only when something else" | it_returns_when_nobody_can_press_the_button_any_more: "It looked at the button only when something else"

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
                }
            }
            _ = seconds.tick() => {
                if stop.try_recv() != Err(oneshot::error::TryRecvError::Empty) {
                    return orders;
                }
                show(orders.len());
            }

        }
    }
}
