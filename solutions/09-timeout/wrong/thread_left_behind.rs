//! Starts a thread that helps, and never ends it. | nothing_is_left_running: "1 thread that it had started was still there"

pub mod given;

use given::Price;
use std::time::Duration;

use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let (tx, rx) = tokio::sync::oneshot::channel();
    let book = given::phone_book();
    std::thread::spawn(move || {
        let _ = tx.send(book);
        loop {
            std::thread::park();
        }
    });
    let book = rx.await.ok()?;
    timeout(overall, async {
        for supplier in book {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .unwrap_or(None)
}
