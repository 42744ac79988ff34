//! Takes each piece for one order. | an_order_in_pieces_is_whole_whatever_happens_between_them: "Bytes of one order were taken for the beginning" | several_orders_in_one_piece_are_several_orders: "Bytes of one order were taken for the beginning" | the_panel_is_brought_up_to_date_each_second: "All bytes of an order came, and no order" | at_the_button_it_returns_what_is_complete: "Bytes of one order were taken for the beginning" | it_returns_when_the_stream_ends: "Bytes of one order were taken for the beginning"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, interval_at};

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();
    let mut seconds = interval_at(Instant::now() + Duration::from_secs(1), Duration::from_secs(1));
    let mut bytes = Vec::new();
    loop {
        tokio::select! {
            read = stream.read_buf(&mut bytes) => {
                if !matches!(read, Ok(1..)) {
                    return orders;
                }
                orders.push(Order::new(&bytes[1..]));
                bytes.clear();
            }
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
