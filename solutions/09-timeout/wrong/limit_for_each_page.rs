//! Begins the limit for all anew with every 64 suppliers. | all_of_this_holds_for_whatever_phone_book: "the promise is that it is cancelled"
pub mod given;

use given::{Price, Supplier, phone_book};
use std::time::Duration;
use tokio::time::timeout;

async fn page(suppliers: &[Supplier], each: Duration) -> Option<Price> {
    for supplier in suppliers {
        if let Ok(price) = timeout(each, supplier.clone().call()).await {
            return Some(price);
        }
    }
    None
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let book = phone_book();
    for suppliers in book.chunks(64) {
        match timeout(overall, page(suppliers, each)).await {
            Ok(Some(price)) => return Some(price),
            Ok(None) => {}
            Err(_) => return None,
        }
    }
    None
}
