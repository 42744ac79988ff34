//! Reads the phone book once and keeps it for later evenings. | all_of_this_holds_for_whatever_phone_book: ", then quote("

pub mod given;

use given::Price;
use std::time::Duration;

use given::Supplier;
use std::cell::OnceCell;
use tokio::time::timeout;

thread_local! {
    static BOOK: OnceCell<Vec<Supplier>> = const { OnceCell::new() };
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let book = BOOK.with(|book| book.get_or_init(given::phone_book).clone());
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
