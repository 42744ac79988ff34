//! Gives each order time until the next second, and begins anew after that. | an_order_in_pieces_is_whole_whatever_happens_between_them: "All bytes of an order came, and no order" | the_panel_is_brought_up_to_date_each_second: "All bytes of an order came, and no order"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

async fn read_order(stream: &mut DuplexStream) -> std::io::Result<Order> {
    let length = stream.read_u8().await?;
    let mut bytes = vec![0; usize::from(length)];
    stream.read_exact(&mut bytes).await?;
    Ok(Order::new(&bytes))
}

pub async fn read_orders(mut stream: DuplexStream, stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    let work = async {
        let mut due = Instant::now() + Duration::from_secs(1);
        loop {
            match timeout_at(due, read_order(&mut stream)).await {
                Ok(Ok(order)) => orders.push(order),
                Ok(Err(_)) => return,
                Err(_) => {
                    show(orders.len());
                    due += Duration::from_secs(1);
                }
            }
        }
    };
    tokio::select! {
        () = work => {}
        _ = stop => {}
    }
    orders
}
