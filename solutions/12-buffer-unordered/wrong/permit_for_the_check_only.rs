//! Gives the permit back when the check is over, and writes the report without one. | never_are_more_links_in_hand_than_may_be_at_once: "until its report is written"

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
        let place = places.acquire().await.unwrap();
        let status = url.check().await;
        drop(place);
        if status.is_gone() {
            report(&status).await;
        }
        status
    }))
    .await
}
