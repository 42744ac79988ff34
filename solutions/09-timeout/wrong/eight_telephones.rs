//! All quotes together have eight telephones. | all_of_this_holds_for_whatever_phone_book: "other calls are half done"
pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

static TELEPHONES: Semaphore = Semaphore::const_new(8);

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        let _telephone = TELEPHONES.acquire().await.ok()?;
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .ok()?
}
