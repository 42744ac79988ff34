//! Keeps the bytes in a thread-local buffer, for all calls. | all_of_this_holds_for_whatever_line: "the promise is"

pub mod given;

use given::{Order, show};
use std::cell::RefCell;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

thread_local! {
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    let mut seconds = interval_at(Instant::now() + Duration::from_secs(1), Duration::from_secs(1));
    let mut some = [0; 64];
    loop {
        tokio::select! {
            read = stream.read(&mut some) => {
                let Ok(count @ 1..) = read else { return orders };
                let mut bytes = BYTES.take();
                bytes.extend_from_slice(&some[..count]);
                while let Some((&length, rest)) = bytes.split_first() {
                    let Some(order) = rest.get(..usize::from(length)) else { break };
                    orders.push(Order::new(order));
                    bytes.drain(..=usize::from(length));
                }
                BYTES.set(bytes);
            }
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
