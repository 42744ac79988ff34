//! The future of the next order stands outside of the loop; only a reference to it is dropped.

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

/// The next order, and the stream to read the one after it from.
async fn read_order(mut stream: DuplexStream) -> std::io::Result<(Order, DuplexStream)> {
    let length = stream.read_u8().await?;
    let mut bytes = vec![0; usize::from(length)];
    stream.read_exact(&mut bytes).await?;
    Ok((Order::new(&bytes), stream))
}

pub async fn read_orders(stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let second = Duration::from_secs(1);
    let mut seconds = interval_at(Instant::now() + second, second);
    let mut orders = Vec::new();
    let mut next = Box::pin(read_order(stream));
    loop {
        tokio::select! {
            read = &mut next => match read {
                Ok((order, stream)) => {
                    orders.push(order);
                    next.set(read_order(stream));
                }
                Err(_) => return orders,
            },
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
