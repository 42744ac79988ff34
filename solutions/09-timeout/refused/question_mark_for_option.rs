//! Uses `?` on a Result in a function that returns an Option. | question-mark-nowhere: "`?` returns early with the error"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return price.into();
            }
        }
        None
    };
    timeout(overall, calls).await?
}
