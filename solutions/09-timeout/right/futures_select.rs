//! futures' select, once for each call and once for all of them.

pub mod given;

use futures::future::{Either, select};
use given::{Price, phone_book};
use std::pin::pin;
use std::time::Duration;
use tokio::time::sleep;

async fn within<T>(limit: Duration, work: impl Future<Output = T>) -> Option<T> {
    match select(pin!(work), pin!(sleep(limit))).await {
        Either::Left((result, _)) => Some(result),
        Either::Right(_) => None,
    }
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        let mut book = phone_book().into_iter();
        while let Some(supplier) = book.next() {
            if let Some(price) = within(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    within(overall, calls).await?
}
