//! Works out how many calls there is time for by dividing, also by an `each` of less than a millisecond. | all_of_this_holds_for_whatever_phone_book: "attempt to divide by zero"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = overall.as_millis() / each.as_millis() + 1;
    timeout(overall, async {
        for supplier in phone_book().into_iter().take(calls as usize) {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .ok()?
}
