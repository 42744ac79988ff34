//! A static lock for the whole function: one quote has to wait for the other. | all_of_this_holds_for_whatever_phone_book: "Each of them is right when it is alone."

pub mod given;

use given::Price;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::timeout;

static TELEPHONE: Mutex<()> = Mutex::const_new(());

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let _telephone = TELEPHONE.lock().await;
    timeout(overall, async {
        for supplier in given::phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .unwrap_or(None)
}
