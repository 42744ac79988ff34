//! Each call in a task of its own, under a guard that aborts it when dropped.

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::timeout;

struct AbortOnDrop<T>(JoinHandle<T>);

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        for supplier in phone_book() {
            let mut task = AbortOnDrop(tokio::spawn(supplier.call()));
            if let Ok(price) = timeout(each, &mut task.0).await {
                return price.ok();
            }
        }
        None
    })
    .await
    .ok()
    .flatten()
}
