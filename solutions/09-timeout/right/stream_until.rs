//! A stream of calls, each with its limit, which is taken until the time for all is up.

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Price, phone_book};
use std::pin::pin;
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let prices = stream::iter(phone_book())
        .then(|supplier| timeout(each, supplier.call()))
        .filter_map(|outcome| async { outcome.ok() })
        .take_until(sleep(overall));
    pin!(prices).next().await
}
