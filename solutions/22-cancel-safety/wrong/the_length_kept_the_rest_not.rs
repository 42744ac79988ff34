//! Keeps the length outside, and reads the rest by `read_exact` in a branch. | an_order_in_pieces_is_whole_whatever_happens_between_them: "All bytes of an order came, and no order" | the_panel_is_brought_up_to_date_each_second: "All bytes of an order came, and no order"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    let mut seconds = interval_at(Instant::now() + Duration::from_secs(1), Duration::from_secs(1));
    let mut length: Option<u8> = None;
    loop {
        tokio::select! {
            read = async {
                match length {
                    None => stream.read_u8().await.map(|length| vec![length]),
                    Some(length) => {
                        let mut bytes = vec![0; length.into()];
                        stream.read_exact(&mut bytes).await.map(|_| bytes)
                    }
                }
            } => {
                let Ok(bytes) = read else { return orders };
                match length.take() {
                    None => length = Some(bytes[0]),
                    Some(_) => orders.push(Order::new(&bytes)),
                }
            }
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
