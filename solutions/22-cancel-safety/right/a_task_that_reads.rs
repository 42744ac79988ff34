//! A task reads whole orders and sends them, and a channel loses nothing. It ends with its set.

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

async fn read_all(mut stream: DuplexStream, orders: mpsc::Sender<Order>) -> std::io::Result<()> {
    loop {
        let mut bytes = vec![0; stream.read_u8().await?.into()];
        stream.read_exact(&mut bytes).await?;
        if orders.send(Order::new(&bytes)).await.is_err() {
            return Ok(());
        }
    }
}

pub async fn read_orders(stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let (sender, mut receiver) = mpsc::channel(8);
    let mut reader = JoinSet::new();
    reader.spawn(read_all(stream, sender));
    let mut due = Instant::now() + Duration::from_secs(1);
    let mut orders = Vec::new();
    loop {
        tokio::select! {
            order = receiver.recv() => match order {
                Some(order) => orders.push(order),
                None => break,
            },
            () = sleep_until(due) => {
                show(orders.len());
                due += Duration::from_secs(1);
            }
            _ = &mut stop => break,
        }
    }
    reader.shutdown().await;
    orders
}
