//! One `poll_fn` that looks at all three.

pub mod given;

use given::{Order, show};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;
use tokio::io::{AsyncRead, DuplexStream, ReadBuf};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let second = Duration::from_secs(1);
    let mut seconds = interval_at(Instant::now() + second, second);
    let (mut orders, mut bytes) = (Vec::new(), Vec::new());
    poll_fn(|context| {
        if Pin::new(&mut stop).poll(context).is_ready() {
            return Poll::Ready(());
        }
        loop {
            let mut some = [0; 64];
            let mut some = ReadBuf::new(&mut some);
            match Pin::new(&mut stream).poll_read(context, &mut some) {
                Poll::Ready(Ok(())) if !some.filled().is_empty() => {}
                Poll::Ready(_) => return Poll::Ready(()),
                Poll::Pending => break,
            }
            for byte in some.filled() {
                bytes.push(*byte);
                if bytes.len() == usize::from(bytes[0]) + 1 {
                    orders.push(Order::new(&bytes[1..]));
                    bytes.clear();
                }
            }
        }
        while seconds.poll_tick(context).is_ready() {
            show(orders.len());
        }
        Poll::Pending
    })
    .await;
    orders
}
