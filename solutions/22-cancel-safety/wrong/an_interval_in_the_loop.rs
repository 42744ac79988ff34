//! Makes the interval in the loop, whose first tick comes at once. | an_order_is_there_when_its_last_byte_is: "without" | an_order_in_pieces_is_whole_whatever_happens_between_them: "without" | several_orders_in_one_piece_are_several_orders: "without" | the_panel_is_brought_up_to_date_each_second: "without" | at_the_button_it_returns_what_is_complete: "without" | it_returns_when_nobody_can_press_the_button_any_more: "without" | it_returns_when_the_stream_ends: "without" | nothing_is_left_running: "without"

pub mod given;

use given::{Order, show};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::time::interval;

pub async fn read_orders(mut stream: DuplexStream, mut stop: oneshot::Receiver<()>) -> Vec<Order> {
    let mut orders = Vec::new();

    let mut bytes = Vec::new();
    loop {
        let mut seconds = interval(Duration::from_secs(1));
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
            _ = seconds.tick() => show(orders.len()),
            _ = &mut stop => return orders,
        }
    }
}
