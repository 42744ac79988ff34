//! Calls the first, and itself for those that remain and the time that remains.

pub mod given;

use futures::future::{BoxFuture, FutureExt};
use given::{Price, Supplier, phone_book};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    rest(phone_book().into(), overall, each).await
}

fn rest(
    mut book: VecDeque<Supplier>,
    left: Duration,
    each: Duration,
) -> BoxFuture<'static, Option<Price>> {
    async move {
        let next = book.pop_front()?;
        if left.is_zero() {
            return None;
        }
        let share = each.min(left);
        match timeout(share, next.call()).await {
            Ok(price) => Some(price),
            Err(_) => rest(book, left - share, each).await,
        }
    }
    .boxed()
}
