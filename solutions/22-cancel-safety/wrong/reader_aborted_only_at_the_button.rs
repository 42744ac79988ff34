//! Reads in a task, and aborts it before it returns, but not when the call is dropped. | all_of_this_holds_for_whatever_line: "A spawned task goes on by itself, and dropping"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, interval_at};

async fn read_order(stream: &mut DuplexStream) -> std::io::Result<Order> {
    let length = stream.read_u8().await?;
    let mut bytes = vec![0; usize::from(length)];
    stream.read_exact(&mut bytes).await?;
    Ok(Order::new(&bytes))
}

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let reader = tokio::spawn(async move {
        while let Ok(order) = read_order(&mut stream).await {
            let _ = sender.send(order);
        }
    });
    let second = Duration::from_secs(1);
    let mut seconds = interval_at(Instant::now() + second, second);
    let mut orders = Vec::new();
    loop {
        tokio::select! {
            order = receiver.recv() => match order {
                Some(order) => orders.push(order),
                None => break,
            },
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => break,
        }
    }
    reader.abort();
    let _ = reader.await;
    orders
}
