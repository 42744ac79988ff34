//! A task makes the calls and sends the price; it is aborted and waited for in the end.

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let (sender, receiver) = oneshot::channel();
    let caller = tokio::spawn(async move {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                let _ = sender.send(price);
                return;
            }
        }
    });
    let price = timeout(overall, receiver).await;
    caller.abort();
    let _ = caller.await;
    price.ok()?.ok()
}
