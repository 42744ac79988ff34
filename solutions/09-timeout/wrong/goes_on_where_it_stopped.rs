//! Keeps its place in the phone book in a thread-local, and the next quote goes on there. | all_of_this_holds_for_whatever_phone_book: "The first call was right."

pub mod given;

use given::{Price, phone_book};
use std::cell::Cell;
use std::time::Duration;
use tokio::time::timeout;

thread_local!(static NEXT: Cell<usize> = const { Cell::new(0) });

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        let book = phone_book();
        while let Some(supplier) = book.get(NEXT.get()).cloned() {
            NEXT.set(NEXT.get() + 1);
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .ok()?
}
