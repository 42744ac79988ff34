//! Has a price, and asks the stream on: the next call begins for a moment. | suppliers_are_called_in_turn_and_nobody_after_a_price: "there was a price already"

pub mod given;

use given::Price;
use std::time::Duration;

use futures::{StreamExt, stream};
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let prices = stream::iter(given::phone_book())
        .then(move |supplier| timeout(each, supplier.call()))
        .filter_map(|outcome| async { outcome.ok() });
    let mut prices = Box::pin(prices.peekable());
    timeout(overall, async {
        let price = prices.next().await?;
        // "Is there another?" is asked once, and the answer not waited for.
        let _ = futures::poll!(prices.as_mut().peek());
        Some(price)
    })
    .await
    .unwrap_or(None)
}
