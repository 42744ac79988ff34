//! Calls the same supplier in every turn of a loop. | moved-in-loop: "The first turn of the loop"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let supplier = phone_book().pop()?;
    let calls = async {
        loop {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return price;
            }
        }
    };
    timeout(overall, calls).await.ok()
}
