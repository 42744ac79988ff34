//! The same on the real clock, to watch it happen: `cargo xtask run 22`.

use cancel_safety::read_orders;
use futures::future::join;
use lab::say;
use std::time::Duration;
use tokio::io::{AsyncWriteExt, duplex};
use tokio::sync::oneshot;
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (mut line, stream) = duplex(64);
    let (button, stop) = oneshot::channel();
    let hospitals = async move {
        for order in ["4 A- St. Anna", "1 0- Upper Pass", "2 B+ Lake Clinic"] {
            let _ = line.write_all(&[order.len() as u8]).await;
            for letter in order.bytes() {
                sleep(Duration::from_millis(110)).await;
                let _ = line.write_all(&[letter]).await;
            }
        }
        say!("ten o'clock: somebody presses the button");
        let _ = button.send(());
        // The line stays open.
        line
    };
    let (_line, orders) = join(hospitals, read_orders(stream, stop)).await;
    say!("{} orders for the night shift", orders.len());
}
