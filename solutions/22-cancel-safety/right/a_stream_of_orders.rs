//! A stream keeps the half of an order between two polls.

pub mod given;

use futures::{StreamExt, stream};
use given::{Order, show};
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

pub async fn read_orders(line: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let second = Duration::from_secs(1);
    let mut seconds = interval_at(Instant::now() + second, second);
    let mut coming = pin!(stream::unfold(line, async |mut line| {
        let mut bytes = vec![0; line.read_u8().await.ok()?.into()];
        line.read_exact(&mut bytes).await.ok()?;
        Some((Order::new(&bytes), line))
    }));
    let mut orders = Vec::new();
    loop {
        tokio::select! {
            order = coming.next() => match order {
                Some(order) => orders.push(order),
                None => return orders,
            },
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
