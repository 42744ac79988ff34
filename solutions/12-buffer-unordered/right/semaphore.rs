//! All futures joined, each with a permit of a semaphore while its link is in hand.

pub mod given;

use futures::future::join_all;
use given::{Status, Url, report};
use tokio::sync::Semaphore;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let places = Semaphore::new(at_once);
    join_all(urls.into_iter().map(async |url| {
        let _place = places.acquire().await.unwrap();
        let status = url.check().await;
        if status.is_gone() {
            report(&status).await;
        }
        status
    }))
    .await
}
