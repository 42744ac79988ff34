//! The loop goes over `&book`, but `call` wants the supplier itself. | moved-out-of-reference: "What is behind a reference or"
pub mod given;

use given::Price;
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let book = given::phone_book();
    let calls = async {
        for supplier in &book {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    timeout(overall, calls).await.ok().flatten()
}
