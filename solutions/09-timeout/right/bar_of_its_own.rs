//! One limit inside the other, in a bar of its own, with println! for debugging.

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    println!("overall {overall:?}, each {each:?}");
    let search = async {
        for supplier in phone_book() {
            println!("calling {}", supplier.name());
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    lab::span("the search", timeout(overall, search)).await.ok()?
}
