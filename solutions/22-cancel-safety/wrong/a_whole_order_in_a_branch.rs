//! Reads a whole order in a branch, which is dropped with what it has of it. | an_order_in_pieces_is_whole_whatever_happens_between_them: "All bytes of an order came, and no order" | the_panel_is_brought_up_to_date_each_second: "All bytes of an order came, and no order"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

async fn read_order(stream: &mut DuplexStream) -> std::io::Result<Order> {
    let length = stream.read_u8().await?;
    let mut bytes = vec![0; usize::from(length)];
    stream.read_exact(&mut bytes).await?;
    Ok(Order::new(&bytes))
}

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    let mut seconds = interval_at(Instant::now() + Duration::from_secs(1), Duration::from_secs(1));

    loop {
        tokio::select! {
            read = read_order(&mut stream) => {

                match read {
                    Ok(order) => orders.push(order),
                    Err(_) => return orders,
                }
            }
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
