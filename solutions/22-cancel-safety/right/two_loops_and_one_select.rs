//! Two loops that never lose, in one `select!` that is made once.

pub mod given;

use given::{Order, show};
use std::cell::RefCell;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

async fn reads(mut stream: DuplexStream, orders: &RefCell<Vec<Order>>) -> std::io::Result<()> {
    loop {
        let mut bytes = vec![0; stream.read_u8().await?.into()];
        stream.read_exact(&mut bytes).await?;
        orders.borrow_mut().push(Order::new(&bytes));
    }
}

async fn shows(orders: &RefCell<Vec<Order>>) {
    let second = Duration::from_secs(1);
    let mut seconds = interval_at(Instant::now() + second, second);
    loop {
        seconds.tick().await;
        show(orders.borrow().len());
    }
}

pub async fn read_orders(stream: DuplexStream, stop: oneshot::Receiver<()>) -> Vec<Order> {
    let orders = RefCell::new(Vec::new());
    tokio::select! {
        _ = reads(stream, &orders) => {}
        () = shows(&orders) => {}
        _ = stop => {}
    }
    orders.into_inner()
}
