//! Reads with a deadline, the next second, and lets the button end all of it.

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

pub async fn read_orders(mut stream: DuplexStream, stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    let work = async {
        let mut due = Instant::now() + Duration::from_secs(1);
        let mut bytes: Vec<u8> = Vec::new();
        loop {
            let mut byte = [0];
            // One byte at a time: it is either read or still there.
            match timeout_at(due, stream.read(&mut byte)).await {
                Ok(Ok(1..)) => bytes.push(byte[0]),
                Ok(_) => return,
                Err(_) => {
                    show(orders.len());
                    due += Duration::from_secs(1);
                    continue;
                }
            }
            if bytes.len() == usize::from(bytes[0]) + 1 {
                orders.push(Order::new(&bytes[1..]));
                bytes.clear();
            }
        }
    };
    tokio::select! {
        () = work => {}
        _ = stop => {}
    }
    orders
}
