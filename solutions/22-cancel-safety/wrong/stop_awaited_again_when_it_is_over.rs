//! Reads on after the button until the second is over, and polls the button again. | an_order_is_there_when_its_last_byte_is: "called after complete" | an_order_in_pieces_is_whole_whatever_happens_between_them: "called after complete" | several_orders_in_one_piece_are_several_orders: "called after complete" | the_panel_is_brought_up_to_date_each_second: "called after complete" | at_the_button_it_returns_what_is_complete: "called after complete" | it_returns_when_nobody_can_press_the_button_any_more: "called after complete" | nothing_is_left_running: "called after complete"

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
    let mut stopped = false;
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
            _ = seconds.tick() => {
                if stopped {
                    return orders;
                }
                show(orders.len());
            }
            _ = &mut stop => stopped = true,
        }
    }
}
