//! Makes the sleep for the panel in the loop, so that it begins anew with each byte. | the_panel_is_brought_up_to_date_each_second: "As long as bytes came, the panel was never"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::sleep;

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();

    let mut bytes = Vec::new();
    loop {
        tokio::select! {
            read = stream.read_buf(&mut bytes) => {
                if !matches!(read, Ok(1..)) {
                    return orders;
                }
                while let Some((&length, rest)) = bytes.split_first() {
                    let Some(order) = rest.get(..usize::from(length)) else { break };
                    orders.push(Order::new(order));
                    bytes.drain(..=usize::from(length));
                }
            }
            () = sleep(Duration::from_secs(1)) => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
