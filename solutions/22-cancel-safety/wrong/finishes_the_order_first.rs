//! Waits for the rest of an order after the button. | at_the_button_it_returns_what_is_complete: "This is a hang: it waits for something that" | nothing_is_left_running: "This is a hang: it waits for something that"

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
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => {
                while !bytes.is_empty() {
                    let Ok(1..) = stream.read_buf(&mut bytes).await else { break };
                    if bytes.len() > usize::from(bytes[0]) {
                        orders.push(Order::new(&bytes[1..=usize::from(bytes[0])]));
                        break;
                    }
                }
                return orders;
            }
        }
    }
}
