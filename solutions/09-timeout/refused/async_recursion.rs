//! An async function calls itself for the next supplier. | recursive-async: "A future that contains itself would"
pub mod given;

use given::{Price, Supplier};
use std::time::Duration;
use tokio::time::timeout;

async fn ask_from(book: &[Supplier], each: Duration) -> Option<Price> {
    let (first, rest) = book.split_first()?;
    match timeout(each, first.clone().call()).await {
        Ok(price) => Some(price),
        Err(_) => ask_from(rest, each).await,
    }
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let book = given::phone_book();
    timeout(overall, ask_from(&book, each)).await.ok().flatten()
}
